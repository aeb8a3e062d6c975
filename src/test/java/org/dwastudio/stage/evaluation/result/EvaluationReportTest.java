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
                        "| distilled | soft | 20 | 2.00 % | 2 | 75.0 ± 7.1 % | 62.5 ± 0.0 % | 76.0 ± 7.1 % | 95.0 ± 0.0 %"
                                + " | 3.5 s |",
                        "| random real | soft | 20 | 2.00 % | 1 | 60.0 % | 62.5 % | 61.0 % | 95.0 % | 3.5 s |");
        assertThat(report.latex())
                .contains("distilled & soft & 20 & 2.00\\,\\% & 2 & 75.0 $\\pm$ 7.1\\,\\%")
                .endsWith("\\hline\n\\end{tabular}\n");
        assertThat(report.csv().lines())
                .startsWith(
                        "set,labels,student,images,steps,top1_last,top1_best,best_step,top5,seconds,top1_balanced,\"cat\",\"a"
                                + " \"\"dog\"\"\"",
                        "distilled,soft,0,20,50,0.7,0.71,40,0.95,3.500,0.625,0.75,0.5");
        assertThat(report.comparison()).isEmpty();
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

    private static StudentResult result(TrainingSet set, LabelType labels, int student, double last) {
        return new StudentResult(
                new StudentTask(set, labels, student), 20, 50, last, last + 0.01, 40, 0.95, 3.5, new long[][] {
                    {3, 1}, {2, 2}
                });
    }
}
