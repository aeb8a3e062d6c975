package org.dwastudio.stage.evaluation.result;

import java.util.ArrayList;
import java.util.List;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.train.LabelType;

/**
 * Student to be trained.
 *
 * @param set on which images it is trained
 * @param labels type of the labels that it learns from
 * @param student which of several, from 0; decides its start weights and everything drawn in its training
 */
public record StudentTask(TrainingSet set, LabelType labels, int student) {
    /**
     * Returns all students of an evaluation in the order of their training: the first of each kind before the second ones.
     * Students without augmentation learn from soft labels if the recipe has them, and else from hard ones.
     *
     * @param config sets the number of students, the types of labels and whether some are trained without augmentation
     */
    public static List<StudentTask> all(EvaluationConfig config) {
        List<StudentTask> tasks = new ArrayList<>();
        List<LabelType> kinds = LabelType.of(config.labels().kinds());
        for (int student = 0; student < config.students(); student++) {
            for (LabelType labels : kinds) {
                boolean plain = config.withoutAugmentation() && labels == kinds.get(0);
                for (TrainingSet set : plain ? List.of(TrainingSet.values()) : TrainingSet.augmented()) {
                    tasks.add(new StudentTask(set, labels, student));
                }
            }
        }
        return tasks;
    }

    /** For example {@code distilled-soft-0}; names its file. */
    public String key() {
        return set.key() + "-" + labels.key() + "-" + student;
    }
}
