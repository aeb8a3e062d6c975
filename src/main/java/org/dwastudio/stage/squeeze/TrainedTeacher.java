package org.dwastudio.stage.squeeze;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.teacher.TeacherMetadata;
import org.dwastudio.weights.file.TensorFile;

/**
 * Result of a teacher's training.
 *
 * @param teacher teacher with the weights of the last step; the caller closes it
 * @param outcome completed epochs, accuracies, and whether the training was canceled
 */
public record TrainedTeacher(Teacher teacher, TrainingOutcome outcome) {
    private static final String EPOCH = "epoch";
    private static final String STOPPED = "stopped";

    /**
     * Writes the teacher with the weights of the last step.
     *
     * @throws IOException if it cannot be written
     */
    public void writeLast(Path file) throws IOException {
        TeacherMetadata metadata = described(outcome.epochs(), outcome.testAccuracy());
        TeacherMetadata whole = outcome.cancelled()
                ? with(metadata, STOPPED, "in epoch " + (outcome.epochs() + 1) + ", as it was then")
                : metadata;
        new Teacher(teacher.network(), whole).write(file);
    }

    /**
     * Writes the teacher of the best epoch if it differs from the last one; otherwise deletes a file of an earlier end
     * of the same run.
     *
     * @throws IOException if it cannot be written
     */
    public void writeBest(Path file) throws IOException {
        if (outcome.better().isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        BestEpoch best = outcome.better().get();
        new TensorFile(
                        file,
                        best.state(),
                        described(best.epochs(), best.testAccuracy()).toText())
                .write();
    }

    private TeacherMetadata described(int epochs, double testAccuracy) {
        TeacherMetadata known = teacher.metadata();
        return with(known.with(testAccuracy, known.extra()), EPOCH, Integer.toString(epochs));
    }

    private static TeacherMetadata with(TeacherMetadata metadata, String key, String value) {
        Map<String, String> extra = new TreeMap<>(metadata.extra());
        extra.put(key, value);
        return metadata.with(metadata.testAccuracy(), extra);
    }
}
