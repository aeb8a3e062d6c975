package org.dwastudio.stage.evaluation.result;

import java.util.Locale;

/** On which images a student is trained. */
public enum TrainingSet {
    /** The images of a run. */
    DISTILLED,
    /** As many real images of each class, drawn by the student's seed: what a distilled set must beat. */
    RANDOM_REAL,
    /** All real training images: what it stands for. */
    FULL_REAL;

    /** Returns the name in tables, for example {@code random real}. */
    public String label() {
        return this == FULL_REAL ? "all real" : key().replace('-', ' ');
    }

    /** Returns the word in files, for example {@code random-real}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
