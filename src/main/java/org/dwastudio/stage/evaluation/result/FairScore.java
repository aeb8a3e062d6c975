package org.dwastudio.stage.evaluation.result;

import java.util.Locale;

/** Scores of a distilled set (DD-Ranking 2025). */
public enum FairScore {
    /** Hard label recovery, a difference of accuracies; lower is better. */
    HLR("hard label recovery", "lower is better", true),
    /** Improvement over random, a difference of accuracies; higher is better. */
    IOR("improvement over random", "higher is better", true),
    /** Label robust score, which combines both. */
    LRS("label robust score", "0 to 1", false),
    /** Augmentation robust score: the improvement over random with and without augmentation. */
    ARS("augmentation robust score", "0 to 1", false);

    private static final double PERCENT = 100;

    private final String term;
    private final String range;
    private final boolean inPoints;

    FairScore(String term, String range, boolean inPoints) {
        this.term = term;
        this.range = range;
        this.inPoints = inPoints;
    }

    /** Returns the key of texts, for example {@code hlr}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns true for a difference of accuracies, which is shown in percentage points; false for a number from 0 to 1. */
    public boolean isInPoints() {
        return inPoints;
    }

    /** Returns the English name with its meaning, for example {@code label robust score (LRS, 0 to 1)}. */
    String title() {
        return term + " (" + name() + ", " + range + ")";
    }

    /** Returns a value or a deviation as text, without a unit. */
    public String format(double value) {
        return inPoints
                ? String.format(Locale.ROOT, "%.1f", PERCENT * value)
                : String.format(Locale.ROOT, "%.3f", value);
    }
}
