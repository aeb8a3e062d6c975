package org.dwastudio.data.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OrderedPrefetchTest {

    @Test
    void resultsArriveInTheOrderOfTheirInputsHoweverLongEachTakes() {
        CountDownLatch secondIsDone = new CountDownLatch(1);
        List<Integer> results = new ArrayList<>();
        try (OrderedPrefetch<Integer, Integer> prefetch = new OrderedPrefetch<>(
                numbers(20),
                number -> {
                    if (number == 0) {
                        await(secondIsDone);
                    }
                    if (number == 1) {
                        secondIsDone.countDown();
                    }
                    return number * number;
                },
                2,
                4)) {
            prefetch.forEachRemaining(results::add);
        }

        assertThat(results)
                .isEqualTo(IntStream.range(0, 20)
                        .mapToObj(number -> number * number)
                        .toList());
    }

    @Test
    void noMoreInputsAreTakenThanMayBeAhead() {
        AtomicInteger taken = new AtomicInteger();
        Iterator<Integer> inputs =
                Stream.generate(taken::incrementAndGet).limit(100).iterator();
        try (OrderedPrefetch<Integer, Integer> prefetch = new OrderedPrefetch<>(inputs, number -> number, 2, 3)) {
            assertThat(taken).hasValueLessThanOrEqualTo(4);
            assertThat(prefetch.next()).isEqualTo(1);
            assertThat(prefetch.next()).isEqualTo(2);
            assertThat(taken).hasValueLessThanOrEqualTo(6);
        }
    }

    @Test
    void aFailureArrivesAtItsPlaceAndTheRestBehindIt() {
        try (OrderedPrefetch<Integer, Integer> prefetch =
                new OrderedPrefetch<>(numbers(4), OrderedPrefetchTest::failAtTwo, 3, 4)) {
            assertThat(prefetch.next()).isEqualTo(0);
            assertThat(prefetch.next()).isEqualTo(1);
            assertThatThrownBy(prefetch::next)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("two");
            assertThat(prefetch.next()).isEqualTo(3);
            assertThat(prefetch.hasNext()).isFalse();
        }
    }

    @Test
    void aFailureOfTheInputsArrivesBehindWhatTheyGave() {
        Iterator<Integer> inputs = IntStream.range(0, 4)
                .boxed()
                .map(OrderedPrefetchTest::failAtTwo)
                .iterator();
        try (OrderedPrefetch<Integer, Integer> prefetch = new OrderedPrefetch<>(inputs, number -> number, 1, 8)) {
            assertThat(prefetch.next()).isEqualTo(0);
            assertThat(prefetch.next()).isEqualTo(1);
            assertThatThrownBy(prefetch::next).hasMessage("two");
            assertThat(prefetch.hasNext()).isFalse();
        }
    }

    @Test
    void nothingRunsAfterItIsClosed() {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        OrderedPrefetch<Integer, Integer> prefetch = new OrderedPrefetch<>(
                numbers(1000),
                number -> {
                    begun.incrementAndGet();
                    Thread.onSpinWait();
                    return ended.incrementAndGet();
                },
                3,
                500);
        prefetch.next();
        prefetch.close();

        int endedAtClose = ended.get();
        assertThat(begun).hasValue(endedAtClose);
        assertThat(endedAtClose).isBetween(1, 501);
        assertThat(prefetch.hasNext()).isFalse();
        assertThatThrownBy(prefetch::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void withoutThreadsOrPlacesNothingCouldBeDone() {
        assertThatThrownBy(() -> new OrderedPrefetch<>(numbers(1), number -> number, 0, 1))
                .hasMessage("expected 1 or more threads and inputs ahead, got 0 and 1");
    }

    private static Iterator<Integer> numbers(int count) {
        return IntStream.range(0, count).iterator();
    }

    private static int failAtTwo(int number) {
        if (number == 2) {
            throw new IllegalArgumentException("two");
        }
        return number;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
