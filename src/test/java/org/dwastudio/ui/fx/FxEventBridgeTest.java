package org.dwastudio.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dwastudio.config.StageName;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunEvent.ImagesChanged;
import org.dwastudio.event.RunEvent.LossMeasured;
import org.dwastudio.event.RunEvent.MetricPoint;
import org.dwastudio.event.RunEvent.StageFinished;
import org.dwastudio.event.StepLoss;
import org.dwastudio.image.ImageBatch;
import org.junit.jupiter.api.Test;

class FxEventBridgeTest {
    private final FxEventBridge bridge = new FxEventBridge();

    @Test
    void metricsAreAllThereInTheirOrder() {
        List<RunEvent> sent = new ArrayList<>();
        for (int step = 0; step < 10_000; step++) {
            sent.add(loss(0, step));
        }
        sent.forEach(bridge::onEvent);

        assertThat(bridge.drain()).isEqualTo(sent);
        assertThat(bridge.drain()).isEmpty();
    }

    @Test
    void ofRunningImagesOnlyTheNewestIsShown() {
        ImagesChanged newest = images(3, 9, ColumnState.RUNNING);
        bridge.onEvent(images(3, 7, ColumnState.RUNNING));
        bridge.onEvent(images(3, 8, ColumnState.RUNNING));
        bridge.onEvent(newest);

        assertThat(bridge.drain()).containsExactly(newest);
    }

    @Test
    void imagesOfWaitingAndFinishedColumnsAreNeverDropped() {
        List<RunEvent> sent = new ArrayList<>();
        for (int column = 0; column < 50; column++) {
            sent.add(images(column, 0, ColumnState.WAITING));
        }
        for (int column = 0; column < 50; column++) {
            sent.add(images(column, 300, ColumnState.FINISHED));
        }
        sent.forEach(bridge::onEvent);

        assertThat(bridge.drain()).isEqualTo(sent);
    }

    @Test
    void aFinishedColumnIsNotOverwrittenByItsOlderImages() {
        ImagesChanged finished = images(0, 300, ColumnState.FINISHED);
        bridge.onEvent(images(0, 299, ColumnState.RUNNING));
        bridge.onEvent(finished);

        assertThat(bridge.drain()).containsExactly(finished);
    }

    @Test
    void imagesAreWantedOnlyWhileTheSlotIsEmpty() {
        assertThat(bridge.wantsImages()).isTrue();
        bridge.onEvent(loss(0, 0));
        bridge.onEvent(images(0, 1, ColumnState.RUNNING));
        assertThat(bridge.wantsImages()).isFalse();

        bridge.drain();
        assertThat(bridge.wantsImages()).isTrue();
    }

    @Test
    void columnsThatTakeTurnsHaveASlotEach() {
        bridge.onEvent(loss(0, 0));
        bridge.onEvent(images(0, 1, ColumnState.RUNNING));
        bridge.onEvent(loss(1, 1));
        assertThat(bridge.wantsImages()).isTrue();
        bridge.onEvent(images(1, 1, ColumnState.RUNNING));

        assertThat(bridge.wantsImages()).isFalse();
        assertThat(bridge.drain()).filteredOn(ImagesChanged.class::isInstance).hasSize(2);
    }

    @Test
    void aFinishedColumnNeedsNoSlotEvenIfItsDiversityIsMeasuredLater() {
        bridge.onEvent(loss(0, 299));
        bridge.onEvent(images(0, 300, ColumnState.FINISHED));
        bridge.onEvent(new MetricPoint(StageName.SYNTHESIS, Metric.VENDI_SCORE, 0, 300, 300, 7));
        bridge.onEvent(loss(1, 300));
        bridge.onEvent(images(1, 1, ColumnState.RUNNING));

        assertThat(bridge.wantsImages()).isFalse();
    }

    @Test
    void theEndOfAStageIsKeptBehindAllThatCameBeforeIt() {
        StageFinished end = new StageFinished(StageName.SYNTHESIS, false, Instant.EPOCH);
        bridge.onEvent(loss(0, 0));
        bridge.onEvent(end);

        assertThat(bridge.drain()).containsExactly(loss(0, 0), end);
    }

    @Test
    void imagesCanBeTakenOutBeforeTheMeasurementsNextToThem() {
        ImagesChanged images = images(0, 1, ColumnState.RUNNING);
        bridge.onEvent(loss(0, 0));
        bridge.onEvent(images);

        assertThat(bridge.drainImages()).containsExactly(images);
        assertThat(bridge.drainImages()).isEmpty();
        assertThat(bridge.drain()).containsExactly(loss(0, 0));
    }

    @Test
    void whatHappenedToTheRunComesWithTheImagesAndInItsOrder() {
        List<RunEvent> sent =
                List.of(loss(0, 0), images(0, 300, ColumnState.FINISHED), images(1, 1, ColumnState.RUNNING));
        sent.forEach(bridge::onEvent);

        assertThat(bridge.drainImages()).isEqualTo(sent);
    }

    @Test
    void nothingIsLostWhileBothSidesAreAtWork() throws InterruptedException {
        int steps = 200_000;
        Thread engine = new Thread(() -> {
            for (int step = 0; step < steps; step++) {
                bridge.onEvent(loss(0, step));
            }
        });
        engine.start();
        List<RunEvent> received = new ArrayList<>();
        while (engine.isAlive()) {
            received.addAll(bridge.drain());
        }
        engine.join();
        received.addAll(bridge.drain());

        assertThat(received).hasSize(steps);
        assertThat(received)
                .extracting(event -> ((LossMeasured) event).step())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void thePaceLetsThroughThirtyASecondAtMost() {
        RateLimiter pace = new RateLimiter(1_000_000_000L / 30);
        int passed = 0;
        for (long frame = 0; frame < 144; frame++) {
            if (pace.isDue(frame * 1_000_000_000L / 144)) {
                passed++;
            }
        }
        assertThat(passed).isBetween(28, 30);
    }

    @Test
    void thePaceLetsEverythingThroughThatIsSlower() {
        RateLimiter pace = new RateLimiter(100);
        assertThat(pace.isDue(Long.MAX_VALUE - 10)).isTrue();
        assertThat(pace.isDue(Long.MAX_VALUE)).isFalse();
        // A nanosecond clock may wrap around.
        assertThat(pace.isDue(Long.MIN_VALUE + 100)).isTrue();
    }

    private static LossMeasured loss(int column, long step) {
        return new LossMeasured(column, (int) step, step, new StepLoss(1, 0, 0, 0, 0));
    }

    private static ImagesChanged images(int column, int iteration, ColumnState state) {
        return new ImagesChanged(column, iteration, 0, state, new ImageBatch(1, 1, 1, 1, new byte[1]));
    }
}
