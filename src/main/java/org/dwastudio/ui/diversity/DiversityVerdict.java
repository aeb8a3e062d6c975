package org.dwastudio.ui.diversity;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.dwastudio.metric.significance.MeanInterval;
import org.dwastudio.metric.significance.PairedTest;
import org.dwastudio.stage.inspection.ClassMetrics;
import org.dwastudio.stage.inspection.InspectionReport;

/**
 * Comparison of the Vendi scores of the classes with those of random real images.
 *
 * @param kind conclusion
 * @param difference mean over the classes of the score minus that of random real images, with its 95 % interval
 * @param worst the class that is least diverse compared with real images; empty without classes
 */
public record DiversityVerdict(Kind kind, MeanInterval difference, Optional<ClassMetrics> worst) {

    /** Conclusion from the interval of the difference. */
    public enum Kind {
        LESS,
        MORE,
        /** The interval contains 0, or there are too few classes for one. */
        UNDECIDED
    }

    /** Compares the classes of a report. */
    static DiversityVerdict of(InspectionReport report) {
        MeanInterval difference = PairedTest.of(
                        scores(report, metrics -> metrics.distilled().vendiScore()),
                        scores(report, metrics -> metrics.real().vendiScore()))
                .difference();
        return new DiversityVerdict(
                kind(difference), difference, report.classes().stream().findFirst());
    }

    private static double[] scores(InspectionReport report, ToDoubleFunction<ClassMetrics> score) {
        List<ClassMetrics> classes = report.classes();
        return classes.stream().mapToDouble(score).toArray();
    }

    private static Kind kind(MeanInterval difference) {
        if (difference.count() < 2) {
            return Kind.UNDECIDED;
        }
        double half = difference.reach().orElse(Double.POSITIVE_INFINITY);
        if (difference.mean() + half < 0) {
            return Kind.LESS;
        }
        return difference.mean() - half > 0 ? Kind.MORE : Kind.UNDECIDED;
    }
}
