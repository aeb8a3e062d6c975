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
     *
     * @param config sets the number of students and the types of labels
     */
    public static List<StudentTask> all(EvaluationConfig config) {
        List<StudentTask> tasks = new ArrayList<>();
        for (int student = 0; student < config.students(); student++) {
            for (LabelType labels : LabelType.of(config.labels().kinds())) {
                for (TrainingSet set : TrainingSet.values()) {
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
