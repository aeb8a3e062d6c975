package org.dwastudio.stage.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.dwastudio.stage.WarmStopwatch;
import org.junit.jupiter.api.Test;

class MeasuredStepsTest {
    private final List<Integer> measured = new ArrayList<>();

    @Test
    void aFixedTimeIsNotMultipliedByTheNumberOfImages() {
        MeasuredSteps steps = MeasuredSteps.of(100, 100, (images, repeated) -> seconds(images, 0.2, 0.01));

        assertThat(measured).containsExactly(1, 4);
        assertThat(steps.seconds(100)).isCloseTo(1.2, within(1e-9));
    }

    @Test
    void aSlowFirstStepChangesNothing() {
        AtomicLong now = new AtomicLong();
        WarmStopwatch watch = new WarmStopwatch(now::get);
        Deque<Double> slowStart = new ArrayDeque<>(List.of(7.0));

        MeasuredSteps steps = MeasuredSteps.of(
                100,
                100,
                (images, repeated) -> watch.seconds(() -> now.addAndGet(
                        Math.round(1e9 * (seconds(images, 0.2, 0.01) + (slowStart.isEmpty() ? 0 : slowStart.pop()))))));

        assertThat(measured).containsExactly(1, 1, 1, 1, 1, 4, 4, 4, 4, 4);
        assertThat(steps.seconds(100)).isCloseTo(1.2, within(1e-9));
    }

    @Test
    void afterASlowStepTwoImagesAreMeasuredOnce() {
        List<Boolean> repetitions = new ArrayList<>();

        MeasuredSteps steps = MeasuredSteps.of(100, 100, (images, repeated) -> {
            repetitions.add(repeated);
            return seconds(images, 5, 0.5);
        });

        assertThat(measured).containsExactly(1, 2);
        assertThat(repetitions).containsExactly(true, false);
        assertThat(steps.seconds(100)).isCloseTo(55, within(1e-9));
    }

    @Test
    void theLargerBatchIsNoLargerThanTheWholeOneAndThanFits() {
        assertThat(MeasuredSteps.of(2.5, 100, (images, repeated) -> seconds(images, 0, 0.01))
                        .some())
                .isEqualTo(3);
        assertThat(MeasuredSteps.of(50, 7, (images, repeated) -> seconds(images, 0, 0.01))
                        .some())
                .isEqualTo(7);
        assertThat(MeasuredSteps.of(1, 100, (images, repeated) -> seconds(images, 0.25, 0.25)))
                .isEqualTo(new MeasuredSteps(0.5, 1, 0.5));
    }

    @Test
    void aDisturbedMeasurementIsScaledProportionally() {
        assertThat(new MeasuredSteps(0.5, 2, 0.4).seconds(10)).isCloseTo(2, within(1e-9));
        assertThat(new MeasuredSteps(0.1, 2, 0.4).seconds(10)).isCloseTo(2, within(1e-9));
    }

    private double seconds(int images, double fixed, double anImage) {
        measured.add(images);
        return fixed + images * anImage;
    }
}
