package org.dwastudio.ui.comparison;

import java.util.List;
import java.util.Locale;
import org.dwastudio.event.LossPart;
import org.dwastudio.event.Metric;
import org.dwastudio.report.MeasuredCurves;
import org.dwastudio.report.page.Curve;
import org.dwastudio.stage.comparison.Caution;

/** Metric whose curves are compared. */
enum CurveMetric {
    TOTAL(List.of(Caution.TEACHERS, Caution.LOSS_WEIGHTS)),
    CROSS_ENTROPY(List.of(Caution.TEACHERS)),
    BATCH_NORM_MEAN(List.of(Caution.TEACHERS, Caution.LOSS_WEIGHTS)),
    BATCH_NORM_VARIANCE(List.of(Caution.TEACHERS, Caution.LOSS_WEIGHTS)),
    VENDI(List.of(Caution.DATASETS, Caution.TEACHERS, Caution.IMAGES)),
    COSINE(List.of(Caution.DATASETS, Caution.TEACHERS));

    private final List<Caution> cautions;

    CurveMetric(List<Caution> cautions) {
        this.cautions = cautions;
    }

    /** Returns the name in message bundles. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the differences between runs after which their curves cannot be compared. */
    List<Caution> cautions() {
        return cautions;
    }

    /** Returns true for a part of the loss, by iteration; false for a measurement of all columns, by step. */
    boolean isLoss() {
        return this != VENDI && this != COSINE;
    }

    /** Returns the points of a run; none if it was not measured. */
    List<Curve.Point> points(MeasuredCurves curves) {
        if (isLoss()) {
            String part = LossPart.valueOf(name()).key();
            return curves.losses().stream()
                    .filter(curve -> curve.key().equals(part))
                    .findFirst()
                    .map(Curve::points)
                    .orElse(List.of());
        }
        return curves.diversity(this == VENDI ? Metric.VENDI_SCORE : Metric.WITHIN_CLASS_COSINE)
                .points();
    }
}
