package org.dwastudio.train;

import java.util.List;
import java.util.Locale;
import org.dwastudio.config.evaluation.StudentLabels.LabelKinds;

/** Type of label that a student is trained on. */
public enum LabelType {
    /** Prediction of the teacher on the same augmented image that the student sees. */
    SOFT,
    /** Class label only. */
    HARD;

    /** Returns the label types that a recipe asks for. */
    public static List<LabelType> of(LabelKinds kinds) {
        return switch (kinds) {
            case BOTH -> List.of(SOFT, HARD);
            case SOFT -> List.of(SOFT);
            case HARD -> List.of(HARD);
        };
    }

    /** Returns the name used in files and tables. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
