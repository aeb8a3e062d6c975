package org.dwastudio.stage.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.Source;
import org.dwastudio.data.DistillationProvenance;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.data.folder.ExportedSet;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.stage.distilled.DistilledImages;
import org.dwastudio.stage.distilled.RecordedDataset;
import org.dwastudio.stage.distilled.RecordedTeacher;
import org.dwastudio.stage.lifecycle.ExperimentVerifier;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.Message;

/**
 * Folder whose images are evaluated: that of a run, or an export of its images.
 *
 * @param folder as the user names it
 * @param own the experiment that made the images
 * @param images the distilled set
 * @param exported the origin that an export records; empty for a run
 */
record EvaluatedFolder(Path folder, Experiment own, LabeledImages images, Optional<DistillationProvenance> exported) {

    /** Reads one. */
    static EvaluatedFolder open(Path folder) throws IOException {
        if (ExportedSet.originOf(folder).isPresent()) {
            ExportedSet set = ExportedSet.read(folder);
            return new EvaluatedFolder(folder, set.origin().experiment(), set.images(), Optional.of(set.origin()));
        }
        RunDirectory run = RunDirectory.open(folder);
        return new EvaluatedFolder(
                folder, ExperimentVerifier.experiment(run), DistilledImages.in(run), Optional.empty());
    }

    /** Returns the folder of the results: the run itself, or a sibling of an export, whose folders are only classes. */
    Path results() {
        return exported.isEmpty() ? folder : resultsOfExport(folder);
    }

    /** Returns the folder of the results of an export. */
    static Path resultsOfExport(Path export) {
        return export.resolveSibling(export.getFileName() + "-evaluated");
    }

    /**
     * Refuses an export whose dataset or teacher is only known by name, because exports contain no paths.
     *
     * @throws IOException if the dataset or the teacher is not found
     */
    void requirePlaces(Experiment experiment) throws IOException {
        if (exported.isPresent()) {
            requirePlace(experiment.dataset().source(), "evaluation.datasetPlace");
            requirePlace(experiment.teacher().weights(), "evaluation.teacherPlace");
        }
    }

    private void requirePlace(String name, String problem) throws IOException {
        if (!Source.isBundled(name) && !Files.exists(Path.of(name))) {
            throw new DescribedIOException(Message.of(problem, folder, name));
        }
    }

    /**
     * Refuses real images that differ from those that the manifest of an export names.
     *
     * @throws IOException if they differ
     */
    void requireOwn(ImageDataset real, Experiment experiment) throws IOException {
        if (exported.isPresent()) {
            new RecordedDataset(folder, exported.get().datasetFingerprint())
                    .requireSame(real, experiment.dataset().source());
        }
    }

    /**
     * Rejects a teacher whose weights changed since the images were made; one that is named instead may be any.
     *
     * @throws IOException with both fingerprints
     */
    void requireOwn(Teacher teacher, Experiment experiment) throws IOException {
        String recorded = exported.isPresent()
                ? exported.get().teacherFingerprint()
                : RunMetadata.read(RunDirectory.open(folder)).teacherFingerprint();
        new RecordedTeacher(folder, own.teacher(), recorded).requireUnchanged(teacher, experiment.teacher());
    }
}
