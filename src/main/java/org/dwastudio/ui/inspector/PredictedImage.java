package org.dwastudio.ui.inspector;

import java.util.List;
import java.util.OptionalDouble;
import org.dwastudio.engine.ClassProbability;

/**
 * The teacher's prediction for an image at one iteration.
 *
 * @param iteration pixel steps made on the image
 * @param classes all classes, the most probable first
 */
public record PredictedImage(int iteration, List<ClassProbability> classes) {
    public PredictedImage {
        classes = List.copyOf(classes);
    }

    /** Returns the probability of a class, 0 to 1; empty if it is not known. */
    public OptionalDouble probabilityOf(int label) {
        return classes.stream()
                .filter(known -> known.label() == label)
                .mapToDouble(ClassProbability::probability)
                .findFirst();
    }
}
