package org.dwastudio.stage.distilled;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.dwastudio.config.Experiment;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.stage.request.SoftLabelStock;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.teacher.TeacherFingerprint;
import org.dwastudio.text.Message;
import org.dwastudio.train.batch.StudentBatches;
import org.dwastudio.train.label.SoftLabelFolder;
import org.dwastudio.train.label.SoftLabelOrigin;

/**
 * Soft labels that a teacher assigns to a distilled set. All students of a recipe share them; they belong to the first
 * student's augmentations.
 *
 * @param folder folder of the run
 * @param experiment experiment with the recipe
 * @param set the distilled set
 * @param teacher teacher in float32
 */
public record SoftLabelContext(Path folder, Experiment experiment, DistilledDataset set, Teacher teacher) {
    private static final int FIRST_STUDENT = 0;

    /** Returns the folder of the soft labels. */
    public SoftLabelFolder labels() {
        SoftLabelOrigin origin = SoftLabelOrigin.of(
                experiment.evaluation(),
                experiment.seed(),
                TeacherFingerprint.of(teacher.network()),
                set.fingerprint());
        return SoftLabelFolder.below(new RunDirectory(folder).softLabels(), origin);
    }

    public StudentBatches batches() {
        return StudentBatches.of(
                experiment.evaluation(), set.training(), new SeedSequence(experiment.seed()), FIRST_STUDENT);
    }

    /** Returns the stored soft labels, determined from file names and sizes. */
    public SoftLabelStock stock() throws IOException {
        SoftLabelFolder labels = labels();
        int epochs = experiment.evaluation().epochs();
        int stored = (int) IntStream.range(0, epochs).filter(labels::has).count();
        return new SoftLabelStock(labels.path(), batches().imagesPerEpoch(), stored, epochs, labels.bytes(epochs));
    }

    /**
     * Returns the folder of the soft labels that students are trained on.
     *
     * @throws RunFolderException if epochs are missing
     */
    public SoftLabelFolder required() throws IOException {
        SoftLabelStock stock = stock();
        if (!stock.isWhole()) {
            throw new RunFolderException(folder, Message.of("run.softLabels", stock.stored(), stock.epochs()));
        }
        return labels();
    }
}
