package org.dwastudio.stage.inspection;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Metrics of a set as text: every number is followed by that of random real images, in parentheses. */
public final class MetricCells {
    private static final String NONE = "–";

    private MetricCells() {}

    /** Returns within-class cosine, Vendi score, effective rank, density, coverage and near-copies, in this order. */
    public static List<String> of(SetMetrics distilled, SetMetrics real) {
        return List.of(
                pair(3, distilled.withinClassCosine(), real.withinClassCosine()),
                pair(2, OptionalDouble.of(distilled.vendiScore()), OptionalDouble.of(real.vendiScore())),
                pair(2, OptionalDouble.of(distilled.effectiveRank()), OptionalDouble.of(real.effectiveRank())),
                pair(2, distilled.density(), real.density()),
                pair(3, distilled.coverage(), real.coverage()),
                number(0, distilled.nearCopies()) + " (" + number(1, real.nearCopies()) + ")");
    }

    private static String pair(int digits, OptionalDouble distilled, OptionalDouble real) {
        return number(digits, distilled) + " (" + number(digits, real) + ")";
    }

    private static String number(int digits, OptionalDouble value) {
        return value.isEmpty() ? NONE : String.format(Locale.ROOT, "%." + digits + "f", value.getAsDouble());
    }
}
