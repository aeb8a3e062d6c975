package org.dwastudio.train.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.EvaluationOptimizer;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.squeeze.SqueezeOptimizer.Schedule;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LearningRateScheduleTest {

    /** Computed by torch.optim.lr_scheduler: SequentialLR of LinearLR(0.01) and each of the others. */
    private static List<Arguments> ofPyTorch() {
        return List.of(
                Arguments.of(
                        teacher(0.1, 0, 6, Schedule.COSINE),
                        new double[] {0.1, 0.093301270189, 0.075, 0.05, 0.025, 0.006698729811}),
                Arguments.of(
                        teacher(0.2, 3, 9, Schedule.COSINE),
                        new double[] {0.002, 0.068, 0.134, 0.2, 0.186602540378, 0.15, 0.1, 0.05, 0.013397459622}),
                Arguments.of(teacher(0.1, 0, 6, Schedule.STEP), new double[] {0.1, 0.1, 0.01, 0.01, 0.001, 0.001}),
                Arguments.of(
                        teacher(0.5, 2, 8, Schedule.STEP),
                        new double[] {0.005, 0.2525, 0.5, 0.5, 0.05, 0.05, 0.005, 0.005}),
                Arguments.of(teacher(0.1, 2, 5, Schedule.CONSTANT), new double[] {0.001, 0.0505, 0.1, 0.1, 0.1}));
    }

    @ParameterizedTest
    @MethodSource("ofPyTorch")
    void ratesOfATeacherAreThoseOfPyTorchsSchedulers(LearningRateSchedule schedule, double... expected) {
        double[] rates = IntStream.range(0, schedule.length())
                .mapToDouble(schedule::rate)
                .toArray();

        assertThat(rates).containsExactly(expected, within(1e-12));
    }

    @Test
    void aStepComesAfterEveryThirdAlsoWhereTheEpochsAreNoMultipleOfThree() {
        LearningRateSchedule schedule = teacher(1, 0, 10, Schedule.STEP);

        assertThat(schedule.rate(3)).isEqualTo(1);
        assertThat(schedule.rate(4)).isEqualTo(0.1);
        assertThat(schedule.rate(6)).isEqualTo(0.1);
        assertThat(schedule.rate(7)).isCloseTo(0.01, within(1e-15));
    }

    @Test
    void aTrainingMayBeAllWarmUp() {
        LearningRateSchedule schedule = teacher(1, 4, 4, Schedule.COSINE);

        assertThat(schedule.rate(0)).isEqualTo(0.01);
        assertThat(schedule.rate(3)).isCloseTo(0.01 + 0.99 * 3 / 4, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "COSINE, 0, 0.2", "COSINE, 50, 0.1", "COSINE, 75, 0.0292893",
        "HALF_COSINE, 0, 0.2", "HALF_COSINE, 50, 0.1707107", "HALF_COSINE, 100, 0.1",
        "CONSTANT, 99, 0.2"
    })
    void theRateOfAStudentFallsAlongItsSchedule(EvaluationOptimizer.Schedule schedule, int step, double expected) {
        assertThat(student(0, 100, 100, schedule).rate(step)).isCloseTo(expected, within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.02", "4, 0.1", "9, 0.2", "10, 0.2", "60, 0.1"})
    void theRateOfAStudentRisesInTheWarmUp(int step, double expected) {
        assertThat(student(2, 22, 110, EvaluationOptimizer.Schedule.COSINE).rate(step))
                .isCloseTo(expected, within(1e-7));
    }

    @Test
    void theRateOfThePixelsFallsFromTheWholeRateNearlyToZero() {
        LearningRateSchedule schedule = LearningRateSchedule.ofPixels(SynthesisConfig.paper()
                .withIterations(200)
                .withOptimizer(optimizer -> optimizer.withLearningRate(0.1)));

        assertThat(schedule.rate(0)).isEqualTo(0.1);
        assertThat(schedule.rate(100)).isCloseTo(0.05, within(1e-15));
        assertThat(schedule.rate(199)).isCloseTo(6.168375916970619e-06, within(1e-15));
    }

    /** The rounding decides the last bits of every result. */
    @Test
    void ratesAreTheSameToTheLastBitAsInVersionZeroPointOne() {
        assertThat(student(0, 1, 7, EvaluationOptimizer.Schedule.COSINE).rate(3))
                .isEqualTo(0.2 * ((1 + Math.cos(Math.PI * (3.0 / 7))) / 2));
        assertThat(teacher(0.2, 0, 7, Schedule.COSINE).rate(3)).isEqualTo(0.5 * (1 + Math.cos(Math.PI * 3 / 7)) * 0.2);
    }

    private static LearningRateSchedule teacher(double rate, int warmUp, int epochs, Schedule schedule) {
        return LearningRateSchedule.ofTeacher(
                SqueezeConfig.paper().withEpochs(epochs).withOptimizer(optimizer -> optimizer
                        .withLearningRate(rate)
                        .withWarmUpEpochs(warmUp)
                        .withSchedule(schedule)));
    }

    private static LearningRateSchedule student(
            int warmUpEpochs, int epochs, int steps, EvaluationOptimizer.Schedule schedule) {
        return LearningRateSchedule.ofStudent(
                EvaluationConfig.paper().withEpochs(epochs).withOptimizer(optimizer -> optimizer
                        .withLearningRate(0.2)
                        .withWarmUpEpochs(warmUpEpochs)
                        .withSchedule(schedule)),
                steps);
    }
}
