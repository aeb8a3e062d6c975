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
 * What students are trained on, and what they are told about it.
 *
 * @param set the word for it in files, for example {@code random-real}
 * @param labels {@code soft} or {@code hard}
 */
public record StudentKind(String set, String labels) {
    private static final String DISTILLED = "distilled";
    private static final String SOFT = "soft";
    private static final List<StudentKind> ALL = Arrays.stream(LabelType.values())
            .flatMap(labels -> Arrays.stream(TrainingSet.values()).map(set -> of(set, labels)))
            .toList();

    /** All of them, in the order in which they are trained. */
    public static List<StudentKind> all() {
        return ALL;
    }

    static StudentKind of(StudentTask task) {
        return of(task.set(), task.labels());
    }

    static StudentKind of(TrainingSet set, LabelType labels) {
        return new StudentKind(set.key(), labels.key());
    }

    /** Whether it is what the whole page is about: the pictures of the run, as the teacher sees them. */
    public boolean isMain() {
        return set.equals(DISTILLED) && isSoft();
    }

    public boolean isSoft() {
        return labels.equals(SOFT);
    }

    /** In words: what the images are. */
    String setName(Messages texts) {
        return texts.get("evaluation.set." + set);
    }

    /** In words: what is told about them. */
    String labelsName(Messages texts) {
        return texts.get("evaluation.labels." + labels);
    }

    /** In words, both. */
    String name(Messages texts) {
        return texts.format("evaluation.kind", setName(texts), labelsName(texts));
    }

    /** The colour of its set, wherever it is drawn. */
    ChartColor ink() {
        return switch (TrainingSet.valueOf(set.toUpperCase(Locale.ROOT).replace('-', '_'))) {
            case DISTILLED -> ChartColor.BLUE;
            case RANDOM_REAL -> ChartColor.ORANGE;
            case FULL_REAL -> ChartColor.GREEN;
        };
    }
}
