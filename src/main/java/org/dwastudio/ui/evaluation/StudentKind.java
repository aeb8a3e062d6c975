package org.dwastudio.ui.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.train.LabelType;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.theme.ChartColor;

/**
 * Kind of student: its training set and its label type.
 *
 * @param set key of the training set in files, for example {@code random-real}
 * @param labels key of the label type, {@code soft} or {@code hard}
 */
public record StudentKind(String set, String labels) {
    private static final String DISTILLED = "distilled";
    private static final String SOFT = "soft";
    private static final List<StudentKind> ALL = Arrays.stream(LabelType.values())
            .flatMap(labels -> TrainingSet.augmented().stream().map(set -> of(set, labels)))
            .toList();

    /** Returns all student kinds with augmentation, in training order. */
    public static List<StudentKind> all() {
        return ALL;
    }

    /** Returns one student kind of every training set, those without augmentation last. */
    static List<StudentKind> ofEverySet() {
        return Arrays.stream(TrainingSet.values())
                .map(set -> of(set, LabelType.SOFT))
                .toList();
    }

    static StudentKind of(StudentTask task) {
        return of(task.set(), task.labels());
    }

    static StudentKind of(TrainingSet set, LabelType labels) {
        return new StudentKind(set.key(), labels.key());
    }

    /** Returns true for the main kind of the page: the distilled images of the run with soft labels. */
    public boolean isMain() {
        return isDistilled() && isSoft();
    }

    boolean isDistilled() {
        return set.equals(DISTILLED);
    }

    /** Returns true if the students are trained without augmentation and mix. */
    boolean isPlain() {
        return trainingSet().isPlain();
    }

    public boolean isSoft() {
        return labels.equals(SOFT);
    }

    /** Returns the display name of the training set. */
    String setName(Messages texts) {
        return texts.get("evaluation.set." + set);
    }

    /** Returns the display name of the label type. */
    String labelsName(Messages texts) {
        return texts.get("evaluation.labels." + labels);
    }

    /** Returns the display name of the kind: training set and label type. */
    String name(Messages texts) {
        return texts.format("evaluation.kind", setName(texts), labelsName(texts));
    }

    /** Returns the color of the training set in all charts. */
    ChartColor ink() {
        return switch (trainingSet()) {
            case DISTILLED -> ChartColor.BLUE;
            case RANDOM_REAL -> ChartColor.ORANGE;
            case FULL_REAL -> ChartColor.GREEN;
            case DISTILLED_PLAIN -> ChartColor.CYAN;
            case RANDOM_REAL_PLAIN -> ChartColor.PINK;
        };
    }

    private TrainingSet trainingSet() {
        return TrainingSet.valueOf(set.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
