package org.dwastudio.ui.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.StudentLabels.LabelKinds;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.ui.chart.ChartSeries;
import org.junit.jupiter.api.Test;

/** Tests of the curves of students that train at the same time. */
class EvaluationCurvesTest {
    private static final StudentKind DISTILLED_SOFT = new StudentKind("distilled", "soft");
    private static final StudentKind DISTILLED_HARD = new StudentKind("distilled", "hard");
    private static final int SETS = 3;

    private final EvaluationCurves curves = new EvaluationCurves();

    @Test
    void everyStudentOfASetHasACurveAndTheOneThatBeganLastIsBright() {
        begin(LabelKinds.BOTH);

        measure(0, 5, 0.1);
        measure(3, 5, 0.2);
        measure(0, 10, 0.3);
        measure(3, 10, 0.4);

        assertThat(curves.accuracy()).hasSize(1 + SETS);
        assertThat(curves.accuracy().get(0).isFaint()).isTrue();
        assertThat(points(curves.accuracy().get(0))).containsExactly(List.of(5.0, 10.0), List.of(10.0, 30.0));
        assertThat(points(curves.brightOf(DISTILLED_HARD).get(0)))
                .containsExactly(List.of(5.0, 20.0), List.of(10.0, 40.0));
    }

    @Test
    void aStudentMeasuredForTheFirstTimeAfterALaterOneIsFaint() {
        begin(LabelKinds.BOTH);

        measure(3, 5, 0.2);
        measure(0, 10, 0.3);

        assertThat(points(curves.accuracy().get(0))).containsExactly(List.of(10.0, 30.0));
        assertThat(points(curves.brightOf(DISTILLED_SOFT).get(0))).containsExactly(List.of(5.0, 20.0));
    }

    @Test
    void lossesAreOfTheLabelTypeOfTheStudentThatBeganLast() {
        begin(LabelKinds.BOTH);

        lose(0, 5, 2);
        lose(3, 5, 0.5);
        lose(0, 10, 1);
        lose(3, 10, 0.25);

        assertThat(curves.loss()).hasSize(SETS);
        assertThat(points(curves.brightOf(DISTILLED_HARD).get(1)))
                .containsExactly(List.of(5.0, 0.5), List.of(10.0, 0.25));
    }

    @Test
    void studentsOfOneLabelTypeAreAssignedToTheirSets() {
        begin(LabelKinds.SOFT);

        measure(3, 5, 0.2);
        lose(0, 5, 2);
        lose(3, 5, 1);

        assertThat(points(curves.brightOf(DISTILLED_SOFT).get(0))).containsExactly(List.of(5.0, 20.0));
        assertThat(curves.loss()).hasSize(1 + SETS);
    }

    private void begin(LabelKinds labels) {
        EvaluationConfig recipe =
                EvaluationConfig.modern().withEpochs(10).withStudents(2).withLabels(change -> change.withKinds(labels));
        Experiment experiment = SynthesisPresets.demonstration().withEvaluation(recipe);
        curves.onStart(experiment);
        curves.onEvent(new RunEvent.Progress(StageName.EVALUATION, 0, 1, 10, 12, 1, 120));
    }

    private void measure(int student, int iteration, double value) {
        curves.onEvent(new RunEvent.MetricPoint(
                StageName.EVALUATION, Metric.TEST_ACCURACY, student, iteration, iteration, value));
    }

    private void lose(int student, int iteration, double value) {
        curves.onEvent(new RunEvent.MetricPoint(
                StageName.EVALUATION, Metric.TRAINING_LOSS, student, iteration, iteration, value));
    }

    private static List<List<Double>> points(ChartSeries series) {
        return IntStream.range(0, series.size())
                .mapToObj(i -> List.of(series.x(i), series.y(i)))
                .toList();
    }
}
