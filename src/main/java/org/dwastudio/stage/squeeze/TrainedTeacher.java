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
 * A teacher fresh from its training.
 *
 * @param teacher as the training left it, ready to be written or used; close it
 * @param outcome how the training ended
 */
public record TrainedTeacher(Teacher teacher, TrainingOutcome outcome) {
    private static final String EPOCH = "epoch";
    private static final String STOPPED = "stopped";

    /**
     * Writes the teacher as the training left it.
     *
     * @throws IOException when it cannot be written
     */
    public void writeLast(Path file) throws IOException {
        TeacherMetadata metadata = described(outcome.epochs(), outcome.testAccuracy());
        TeacherMetadata whole = outcome.cancelled()
                ? with(metadata, STOPPED, "in epoch " + (outcome.epochs() + 1) + ", as it was then")
                : metadata;
        new Teacher(teacher.network(), whole).write(file);
    }

    /**
     * Writes the teacher of the best epoch, when that is another than the last; else takes away what an earlier end of
     * the same run left there.
     *
     * @throws IOException when it cannot be written
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
        return with(
                new TeacherMetadata(
                        known.network(),
                        known.dataset(),
                        known.classNames(),
                        known.mean(),
                        known.std(),
                        testAccuracy,
                        known.extra()),
                EPOCH,
                Integer.toString(epochs));
    }

    private static TeacherMetadata with(TeacherMetadata metadata, String key, String value) {
        Map<String, String> extra = new TreeMap<>(metadata.extra());
        extra.put(key, value);
        return new TeacherMetadata(
                metadata.network(),
                metadata.dataset(),
                metadata.classNames(),
                metadata.mean(),
                metadata.std(),
                metadata.testAccuracy(),
                extra);
    }
}
