package org.dwastudio.stage.comparison;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dwastudio.metric.significance.MeanInterval;
import org.dwastudio.stage.evaluation.result.TrainingSet;

/**
 * Students of one recipe on the same kind of images.
 *
 * @param set images that they are trained on
 * @param run label of the run whose images these are; empty for real images
 * @param images number of images
 * @param accuracies top-1 accuracies after the last step by seed, 0 to 1; one or more
 */
public record StudentRow(TrainingSet set, Optional<String> run, int images, SortedMap<StudentSeed, Double> accuracies) {
    public StudentRow {
        accuracies = Collections.unmodifiableSortedMap(new TreeMap<>(accuracies));
    }

    /** Returns the mean accuracy with its 95 % interval. */
    public MeanInterval mean() {
        return MeanInterval.of(accuracies.values());
    }

    /** Returns true if students on these images can be compared with those of another row as alternatives. */
    boolean isComparableWith(StudentRow other) {
        boolean alternatives = set != TrainingSet.FULL_REAL && other.set != TrainingSet.FULL_REAL;
        return alternatives && (images == other.images || (run.isPresent() && other.run.isPresent()));
    }
}
