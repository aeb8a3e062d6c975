package org.dwastudio.stage.evaluation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dwastudio.stage.checkpoint.ChecksummedTensorFile;
import org.dwastudio.weights.StoredTensor;

/**
 * All that a student needs to continue after a step as if it had never been interrupted; what is drawn at random depends on
 * seed and step alone, so no generator is kept.
 *
 * @param steps that were made
 * @param best highest top-1 accuracy so far, 0 to 1; −1 before the first measurement
 * @param bestStep steps that were made then
 * @param nanoseconds of training so far
 * @param state all tensors of the student by name
 * @param memory of the optimiser, by names of its own
 * @param average all tensors of the averaged student; empty when the recipe has none
 */
public record StudentCheckpoint(
        int steps,
        double best,
        int bestStep,
        long nanoseconds,
        Map<String, StoredTensor> state,
        Map<String, StoredTensor> memory,
        Map<String, StoredTensor> average) {
    private static final String STATE = "student.";
    private static final String MEMORY = "optimizer.";
    private static final String AVERAGE = "average.";

    /** As a file holds it. */
    ChecksummedTensorFile sealed() {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        state.forEach((name, tensor) -> tensors.put(STATE + name, tensor));
        memory.forEach((name, tensor) -> tensors.put(MEMORY + name, tensor));
        average.forEach((name, tensor) -> tensors.put(AVERAGE + name, tensor));
        Map<String, String> text = new HashMap<>();
        text.put("steps", Integer.toString(steps));
        text.put("best", Double.toString(best));
        text.put("bestStep", Integer.toString(bestStep));
        text.put("nanoseconds", Long.toString(nanoseconds));
        return new ChecksummedTensorFile(tensors, text);
    }

    /**
     * Reads what {@link #sealed} made.
     *
     * @throws IllegalArgumentException when a number is missing or is none
     */
    static StudentCheckpoint of(ChecksummedTensorFile sealed) {
        Map<String, String> text = sealed.text();
        return new StudentCheckpoint(
                Integer.parseInt(text.getOrDefault("steps", "")),
                Double.parseDouble(text.getOrDefault("best", "")),
                Integer.parseInt(text.getOrDefault("bestStep", "")),
                Long.parseLong(text.getOrDefault("nanoseconds", "")),
                sealed.under(STATE),
                sealed.under(MEMORY),
                sealed.under(AVERAGE));
    }
}
