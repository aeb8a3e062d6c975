package org.dwastudio.stage.evaluation.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dwastudio.train.LabelType;
import org.junit.jupiter.api.Test;

class EvaluationReportTest {
    private static final List<String> CLASSES = List.of("cat", "a \"dog\"");

    @Test
    void tablesReportMeanAndDeviationOfEveryKind() {
        EvaluationReport report = new EvaluationReport(
                List.of(
                        result(TrainingSet.DISTILLED, LabelType.SOFT, 0, 0.7),
                        result(TrainingSet.DISTILLED, LabelType.SOFT, 1, 0.8),
                        result(TrainingSet.RANDOM_REAL, LabelType.SOFT, 0, 0.6)),
                1000,
                CLASSES);

        assertThat(report.markdown().lines())
                .containsExactly(
                        "| trained on | labels | images | data kept | students | top-1, last step | balanced accuracy"
                                + " | top-1, best step | top-5 | training time |",
                        "|---|---|---|---|---|---|---|---|---|---|",
                        "| distilled | soft | 20 | 2.00 % | 2 | 75.0 ± 7.1 % | 62.5 ± 0.0 % | 76.0 ± 7.1 % | 95.0 ±"
                                + " 0.0 % | 3.5 s |",
                        "| random real | soft | 20 | 2.00 % | 1 | 60.0 % | 62.5 % | 61.0 % | 95.0 % | 3.5 s |");
        assertThat(report.latex())
                .contains("distilled & soft & 20 & 2.00\\,\\% & 2 & 75.0 $\\pm$ 7.1\\,\\%")
                .endsWith("\\hline\n\\end{tabular}\n");
        assertThat(report.csv().lines())
                .startsWith(
                        "set,labels,student,images,steps,top1_last,top1_best,best_step,top5,seconds,top1_balanced,\"cat\",\"a"
                                + " \"\"dog\"\"\"",
                        "distilled,soft,0,20,50,0.7,0.71,40,0.95,3.500,0.625,0.75,0.5");
        assertThat(report.scores().isEmpty()).isTrue();
    }

    @Test
    void theBalancedAccuracyCountsEveryClassWithTestImagesAlike() {
        long[][] confusion = {{90, 0, 0}, {8, 2, 0}, {0, 0, 0}};
        StudentTask task = new StudentTask(TrainingSet.DISTILLED, LabelType.SOFT, 0);

        // 92 of 100 test images are classified correctly, but only 2 of the 10 of the second class.
        StudentResult student = new StudentResult(task, 3, 10, 0.92, 0.92, 10, 1, 1, confusion);

        assertThat(student.balanced()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void theComparisonTakesWhatItNeedsOfEachKind() {
        EvaluationReport report = new EvaluationReport(
                List.of(
                        result(TrainingSet.DISTILLED, LabelType.SOFT, 0, 0.75),
                        result(TrainingSet.RANDOM_REAL, LabelType.SOFT, 0, 0.65),
                        result(TrainingSet.DISTILLED, LabelType.HARD, 0, 0.5),
                        result(TrainingSet.FULL_REAL, LabelType.HARD, 0, 0.8)),
                1000,
                CLASSES);

        assertThat(report.markdown())
                .endsWith("Hard label recovery (HLR, lower is better) 30.0 points, improvement over random (IOR, higher"
                        + " is better) 10.0 points, label robust score (LRS, 0 to 1) 0.228.\n");
    }

    @Test
    void scoresAreComputedFromStudentsOfOneSeedAndAveraged() {
        EvaluationReport report = new EvaluationReport(
                List.of(
                        result(TrainingSet.DISTILLED, LabelType.SOFT, 0, 0.75),
                        result(TrainingSet.RANDOM_REAL, LabelType.SOFT, 0, 0.65),
                        result(TrainingSet.DISTILLED, LabelType.HARD, 0, 0.5),
                        result(TrainingSet.FULL_REAL, LabelType.HARD, 0, 0.8),
                        result(TrainingSet.DISTILLED, LabelType.SOFT, 1, 0.75),
                        result(TrainingSet.RANDOM_REAL, LabelType.SOFT, 1, 0.61),
                        result(TrainingSet.DISTILLED, LabelType.HARD, 1, 0.5),
                        result(TrainingSet.FULL_REAL, LabelType.HARD, 1, 0.84),
                        // Its student on all real images is not finished.
                        result(TrainingSet.DISTILLED, LabelType.SOFT, 2, 0.1),
                        result(TrainingSet.RANDOM_REAL, LabelType.SOFT, 2, 0.1),
                        result(TrainingSet.DISTILLED, LabelType.HARD, 2, 0.1)),
                1000,
                CLASSES);

        // IOR: 0.10 and 0.14; HLR: 0.30 and 0.34; α is −0.1 for both.
        assertThat(report.markdown())
                .endsWith("\n\n"
                        + "Hard label recovery (HLR, lower is better) 32.0 ± 2.8 points, improvement over random"
                        + " (IOR, higher is better) 12.0 ± 2.8 points, label robust score (LRS, 0 to 1) 0.228 ±"
                        + " 0.000.\n");
        assertThat(report.latex()).contains("% Hard label recovery (HLR, lower is better) 32.0 $\\pm$ 2.8 points");
        assertThat(report.scores().of(FairScore.IOR).orElseThrow().students()).isEqualTo(2);
        assertThat(report.scores().of(FairScore.ARS)).isEmpty();
    }

    @Test
    void theAugmentationRobustScoreTakesStudentsWithAndWithoutAugmentationOfTheSameLabels() {
        EvaluationReport report = new EvaluationReport(
                List.of(
                        result(TrainingSet.DISTILLED, LabelType.HARD, 0, 0.75),
                        result(TrainingSet.RANDOM_REAL, LabelType.HARD, 0, 0.65),
                        result(TrainingSet.DISTILLED_PLAIN, LabelType.HARD, 0, 0.6),
                        result(TrainingSet.RANDOM_REAL_PLAIN, LabelType.HARD, 0, 0.3)),
                1000,
                CLASSES);

        assertThat(report.markdown().lines())
                .anyMatch(line -> line.startsWith("| distilled, no augmentation | hard | 20 | 2.00 % | 1 | 60.0 % |"))
                .anyMatch(line -> line.startsWith("| random real, no augmentation | hard | 20 | 2.00 % | 1 | 30.0 % |"))
                .last()
                .isEqualTo("Augmentation robust score (ARS, 0 to 1) 0.363.");
        assertThat(report.csv().lines().map(line -> line.split(",", 2)[0]))
                .containsExactly("set", "distilled", "random-real", "distilled-plain", "random-real-plain");
    }

    @Test
    void testImagesOfUnequalClassesAreNamedNextToTheirScores() {
        StudentTask task = new StudentTask(TrainingSet.DISTILLED, LabelType.SOFT, 0);
        EvaluationReport unequal = new EvaluationReport(
                List.of(new StudentResult(task, 3, 10, 0.92, 0.92, 10, 1, 1, new long[][] {{90, 0}, {8, 2}})),
                1000,
                CLASSES);

        String note = "The classes of the test images differ in size: top-1 and the scores count large classes more."
                + " Compare the balanced accuracy, which counts every class alike.";
        assertThat(unequal.markdown()).endsWith("\n\n" + note + "\n");
        assertThat(unequal.latex()).endsWith("\n% " + note + "\n");
        assertThat(new EvaluationReport(List.of(result(TrainingSet.DISTILLED, LabelType.SOFT, 0, 0.7)), 1000, CLASSES)
                        .markdown())
                .doesNotContain("differ in size");
    }

    @Test
    void anOverviewHasAGroupOfRowsForEveryEvaluationAndTheScoresBelow() {
        EvaluationReport scored = new EvaluationReport(
                List.of(
                        result(TrainingSet.DISTILLED, LabelType.SOFT, 0, 0.75),
                        result(TrainingSet.RANDOM_REAL, LabelType.SOFT, 0, 0.65),
                        result(TrainingSet.DISTILLED, LabelType.HARD, 0, 0.5),
                        result(TrainingSet.FULL_REAL, LabelType.HARD, 0, 0.8)),
                0,
                List.of());
        EvaluationReport other = new EvaluationReport(
                List.of(
                        result(TrainingSet.DISTILLED, LabelType.SOFT, 0, 0.7),
                        result(TrainingSet.RANDOM_REAL, LabelType.SOFT, 0, 0.6)),
                0,
                List.of());

        EvaluationOverview overview = new EvaluationOverview(List.of(
                new EvaluationOverview.Named("vgg11-w8-2", scored),
                new EvaluationOverview.Named("convnet3-w8-1", other)));

        assertThat(overview.markdown().lines())
                .containsExactly(
                        "| evaluation | trained on | labels | steps | images | data kept | students | top-1, last step"
                                + " | balanced accuracy | top-1, best step | top-5 | training time |",
                        "|---|---|---|---|---|---|---|---|---|---|---|---|",
                        "| convnet3-w8-1 | distilled | soft | 50 | 20 |  | 1 | 70.0 % | 62.5 % | 71.0 % | 95.0 % | 3.5"
                                + " s |",
                        "|  | random real | soft | 50 | 20 |  | 1 | 60.0 % | 62.5 % | 61.0 % | 95.0 % | 3.5 s |",
                        "| vgg11-w8-2 | distilled | soft | 50 | 20 |  | 1 | 75.0 % | 62.5 % | 76.0 % | 95.0 % | 3.5 s"
                                + " |",
                        "|  | random real | soft | 50 | 20 |  | 1 | 65.0 % | 62.5 % | 66.0 % | 95.0 % | 3.5 s |",
                        "|  | distilled | hard | 50 | 20 |  | 1 | 50.0 % | 62.5 % | 51.0 % | 95.0 % | 3.5 s |",
                        "|  | all real | hard | 50 | 20 |  | 1 | 80.0 % | 62.5 % | 81.0 % | 95.0 % | 3.5 s |",
                        "",
                        "| evaluation | HLR | IOR | LRS | ARS |",
                        "|---|---|---|---|---|",
                        "| vgg11-w8-2 | 30.0 | 10.0 | 0.228 |  |");
    }

    private static StudentResult result(TrainingSet set, LabelType labels, int student, double last) {
        return new StudentResult(
                new StudentTask(set, labels, student), 20, 50, last, last + 0.01, 40, 0.95, 3.5, new long[][] {
                    {3, 1}, {2, 2}
                });
    }
}
