package org.dwastudio.ui.measurement;

import org.dwastudio.ui.theme.ChartColor;

/** The curves of the loss chart. The others add up to the first. */
public enum LossPart {
    TOTAL(ChartColor.BLUE),
    CROSS_ENTROPY(ChartColor.ORANGE),
    BATCH_NORM_MEAN(ChartColor.GREEN),
    BATCH_NORM_VARIANCE(ChartColor.VIOLET),
    /** Only where the objective has one. */
    FEATURE_REGRESSION(ChartColor.CYAN);

    private final ChartColor ink;

    LossPart(ChartColor ink) {
        this.ink = ink;
    }

    ChartColor ink() {
        return ink;
    }
}
