package org.dwastudio.stage.evaluation.result;

import java.util.List;
import java.util.Locale;

/** On which images a student is trained, and whether the recipe augments and mixes them. */
public enum TrainingSet {
    /** The images of a run. */
    DISTILLED,
    /** As many real images of each class, drawn by the student's seed: what a distilled set must beat. */
    RANDOM_REAL,
    /** All real training images: what it stands for. */
    FULL_REAL,
    /** The images of a run, without augmentation and mix. */
    DISTILLED_PLAIN,
    /** The images of {@link #RANDOM_REAL}, without augmentation and mix. */
    RANDOM_REAL_PLAIN;

    private static final List<TrainingSet> AUGMENTED = List.of(DISTILLED, RANDOM_REAL, FULL_REAL);

    /** Returns the sets that every evaluation has students on, with the recipe's augmentation and mix. */
    public static List<TrainingSet> augmented() {
        return AUGMENTED;
    }

    /** Returns true if the images are neither augmented nor mixed. */
    public boolean isPlain() {
        return this == DISTILLED_PLAIN || this == RANDOM_REAL_PLAIN;
    }

    /** Returns the set of the same images with augmentation. */
    public TrainingSet images() {
        return switch (this) {
            case DISTILLED, DISTILLED_PLAIN -> DISTILLED;
            case RANDOM_REAL, RANDOM_REAL_PLAIN -> RANDOM_REAL;
            case FULL_REAL -> FULL_REAL;
        };
    }

    /** Returns the name in tables, for example {@code random real}. */
    public String label() {
        return switch (this) {
            case DISTILLED -> "distilled";
            case RANDOM_REAL -> "random real";
            case FULL_REAL -> "all real";
            case DISTILLED_PLAIN, RANDOM_REAL_PLAIN -> images().label() + ", no augmentation";
        };
    }

    /** Returns the word in files, for example {@code random-real}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
