package org.dwastudio.train.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.dwastudio.config.squeeze.SqueezeOptimizer.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EpochLearningRateTest {

    /** Computed by torch.optim.lr_scheduler: SequentialLR of LinearLR(0.01) and each of the others. */
    private static List<Arguments> ofPyTorch() {
        return List.of(
                Arguments.of(
                        new EpochLearningRate(0.1, 0, 6, Schedule.COSINE),
                        new double[] {0.1, 0.093301270189, 0.075, 0.05, 0.025, 0.006698729811}),
                Arguments.of(
                        new EpochLearningRate(0.2, 3, 9, Schedule.COSINE),
                        new double[] {0.002, 0.068, 0.134, 0.2, 0.186602540378, 0.15, 0.1, 0.05, 0.013397459622}),
                Arguments.of(
                        new EpochLearningRate(0.1, 0, 6, Schedule.STEP),
                        new double[] {0.1, 0.1, 0.01, 0.01, 0.001, 0.001}),
                Arguments.of(
                        new EpochLearningRate(0.5, 2, 8, Schedule.STEP),
                        new double[] {0.005, 0.2525, 0.5, 0.5, 0.05, 0.05, 0.005, 0.005}),
                Arguments.of(
                        new EpochLearningRate(0.1, 2, 5, Schedule.CONSTANT),
                        new double[] {0.001, 0.0505, 0.1, 0.1, 0.1}));
    }

    @ParameterizedTest
    @MethodSource("ofPyTorch")
    void ratesAreThoseOfPyTorchsSchedulers(EpochLearningRate schedule, double... expected) {
        double[] rates = IntStream.range(0, schedule.epochs())
                .mapToDouble(schedule::rate)
                .toArray();

        assertThat(rates).containsExactly(expected, within(1e-12));
    }

    @Test
    void aStepComesAfterEveryThirdAlsoWhereTheEpochsAreNoMultipleOfThree() {
        EpochLearningRate schedule = new EpochLearningRate(1, 0, 10, Schedule.STEP);

        assertThat(schedule.rate(3)).isEqualTo(1);
        assertThat(schedule.rate(4)).isEqualTo(0.1);
        assertThat(schedule.rate(6)).isEqualTo(0.1);
        assertThat(schedule.rate(7)).isCloseTo(0.01, within(1e-15));
    }

    @Test
    void aTrainingMayBeAllWarmUp() {
        EpochLearningRate schedule = new EpochLearningRate(1, 4, 4, Schedule.COSINE);

        assertThat(schedule.rate(0)).isEqualTo(0.01);
        assertThat(schedule.rate(3)).isCloseTo(0.01 + 0.99 * 3 / 4, within(1e-12));
    }
}
