package org.dwastudio.ui.diversity;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.dwastudio.stage.inspection.ClassMetrics;
import org.dwastudio.stage.inspection.InspectionReport;
import org.dwastudio.stage.inspection.SetMetrics;

/** Reports with given scores. */
final class ReportedClasses {
    private ReportedClasses() {}

    /** Returns a report with one class per pair of Vendi scores: of distilled, then of random real images. */
    static InspectionReport withScores(double[]... scores) {
        ClassMetrics[] classes = new ClassMetrics[scores.length];
        for (int label = 0; label < scores.length; label++) {
            classes[label] = of(label, scores[label][0], scores[label][1], 0.05 + 0.2 * label);
        }
        return InspectionReport.of(Arrays.asList(classes));
    }

    static ClassMetrics of(int label, double score, double real, double coverage) {
        return new ClassMetrics(label, "class " + label, 10, set(score, coverage), set(real, 0.625), 100);
    }

    private static SetMetrics set(double score, double coverage) {
        return new SetMetrics(
                OptionalDouble.of(0.5),
                score,
                4.25,
                OptionalDouble.of(0.875),
                OptionalDouble.of(coverage),
                OptionalDouble.of(3));
    }
}
