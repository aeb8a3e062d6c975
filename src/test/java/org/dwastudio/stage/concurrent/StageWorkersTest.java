package org.dwastudio.stage.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.dwastudio.nn.torch.OperationThreads;
import org.dwastudio.nn.torch.TorchEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests of the threads of parallel work. */
@Timeout(60)
class StageWorkersTest {

    @BeforeAll
    static void load() {
        TorchEngine.load();
    }

    @Test
    void everyWorkerHasItsShareAndTheCallerKeepsItsOwn() {
        int before = OperationThreads.ofThisThread();
        try {
            OperationThreads.set(6);
            List<Integer> shares;
            try (StageWorkers workers = StageWorkers.of(3)) {
                Callable<Integer> share = OperationThreads::ofThisThread;
                shares = workers.runAll(List.of(share, share, share)).stream()
                        .map(PartResult::get)
                        .toList();
            }

            assertThat(shares).containsExactly(2, 2, 2);
            assertThat(OperationThreads.ofThisThread()).isEqualTo(6);
        } finally {
            OperationThreads.set(before);
        }
    }

    @Test
    void partsRunAtTheSameTime() {
        CyclicBarrier all = new CyclicBarrier(3);
        Callable<Integer> part = () -> all.await(30, TimeUnit.SECONDS);
        try (StageWorkers workers = StageWorkers.of(3)) {
            assertThat(workers.runAll(List.of(part, part, part)))
                    .extracting(PartResult::get)
                    .containsExactlyInAnyOrder(0, 1, 2);
        }
    }

    @Test
    void aFailureIsKeptUntilItsResultIsRead() {
        Callable<String> fails = () -> {
            throw new IllegalArgumentException("part one");
        };
        try (StageWorkers workers = StageWorkers.of(2)) {
            List<PartResult<String>> results = workers.runAll(List.of(fails, () -> "two"));

            assertThat(results.get(1).get()).isEqualTo("two");
            assertThatThrownBy(() -> results.get(0).get())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("part one");
        }
    }

    @Test
    void aSingleWorkerIsTheCallingThread() {
        Callable<Thread> part = Thread::currentThread;
        try (StageWorkers workers = StageWorkers.of(1)) {
            assertThat(workers.count()).isEqualTo(1);
            assertThat(workers.runAll(List.of(part)).get(0).get()).isSameAs(Thread.currentThread());
        }
    }
}
