package org.dwastudio.train;

import java.util.List;
import java.util.Locale;
import org.dwastudio.config.evaluation.StudentLabels.LabelKinds;

/** What a student is told about an image. */
public enum LabelType {
    /** The teacher's answer on the very view that the student sees. */
    SOFT,
    /** The class alone. */
    HARD;

    /** Those that a recipe asks for. */
    public static List<LabelType> of(LabelKinds kinds) {
        return switch (kinds) {
            case BOTH -> List.of(SOFT, HARD);
            case SOFT -> List.of(SOFT);
            case HARD -> List.of(HARD);
        };
    }

    /** The word in files and tables. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
