package org.dwastudio.ui.synthesis;

import org.dwastudio.ui.theme.Ink;

/** The curves of the loss chart. The others add up to the first. */
public enum LossPart {
    TOTAL(Ink.BLUE),
    CROSS_ENTROPY(Ink.ORANGE),
    BATCH_NORM_MEAN(Ink.GREEN),
    BATCH_NORM_VARIANCE(Ink.VIOLET),
    /** Only where the objective has one. */
    FEATURE_REGRESSION(Ink.CYAN);

    private final Ink ink;

    LossPart(Ink ink) {
        this.ink = ink;
    }

    Ink ink() {
        return ink;
    }
}
