package org.dwastudio.engine.service;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.engine.session.EngineSession;
import org.dwastudio.report.RealImageCounts;
import org.dwastudio.report.Report;
import org.dwastudio.report.ReportModel;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.run.StoredImages;
import org.dwastudio.stage.export.DistilledSet;
import org.dwastudio.stage.export.Export;
import org.dwastudio.stage.export.RunAnimation;
import org.dwastudio.stage.export.format.ExportRequest;
import org.dwastudio.stage.lifecycle.ExperimentVerifier;
import org.dwastudio.teacher.DatasetClasses;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.teacher.TeacherFingerprint;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Export job, which takes class names and normalization from the run's teacher. */
public final class ExportJob {
    private static final Logger LOG = LoggerFactory.getLogger(ExportJob.class);

    private ExportJob() {}

    /**
     * Checks the run and its teacher, on the engine thread.
     *
     * @throws IOException if the folder holds no images, or the teacher is missing or not that of the run
     * @throws ConfigException if the run's experiment cannot be read
     */
    public static DistilledSet open(EngineSession session, Path runFolder) throws IOException, ConfigException {
        RunDirectory run = RunDirectory.open(runFolder);
        DistilledSet.requireImages(run);
        Experiment experiment = ExperimentReader.read(run.experiment());
        RunMetadata facts = RunMetadata.read(run);
        try (Teacher teacher = teacher(session, run, experiment)) {
            String fingerprint = TeacherFingerprint.of(teacher.network());
            if (!fingerprint.equals(facts.teacherFingerprint())) {
                throw new DescribedIOException(Message.of(
                        "export.otherTeacher",
                        experiment.teacher().weights(),
                        runFolder,
                        fingerprint,
                        facts.teacherFingerprint()));
            }
            return DistilledSet.open(run, teacher.metadata(), experiment, session.programVersion());
        }
    }

    /** Returns the teacher with the classes of the dataset, whose names the images contain; images of early versions contain none. */
    private static Teacher teacher(EngineSession session, RunDirectory run, Experiment experiment)
            throws IOException, ConfigException {
        List<String> names = StoredImages.in(run).classNames();
        return names.isEmpty()
                ? session.openTeacherAsStored(experiment.teacher(), experiment.dataset(), DataType.FLOAT32)
                : session.openTeacher(
                        experiment.teacher(), experiment.dataset(), new DatasetClasses(names, true), DataType.FLOAT32);
    }

    /**
     * Writes what {@link #open} found, on any thread.
     *
     * @return the number of images
     * @throws IOException if the target cannot be used or an input cannot be read
     */
    public static int write(EngineSession session, DistilledSet set, ExportRequest request) throws IOException {
        if (!request.format().isFile()) {
            return Export.write(set, request);
        }
        RunDirectory directory = RunDirectory.open(request.runFolder());
        Optional<RealImageCounts> real =
                real(session, ExperimentVerifier.experiment(directory).dataset());
        ReportModel run = ReportModel.open(directory, set, real);
        return Report.write(run, request.language(), request.target());
    }

    /**
     * Writes an animation, which needs no teacher, on any thread. The run may be in progress.
     *
     * @return the number of images in a frame
     * @throws IOException if the target cannot be used or the run has no images at earlier iterations
     */
    public static int animate(ExportRequest request) throws IOException {
        return RunAnimation.write(RunDirectory.open(request.runFolder()), request.animation(), request.target());
    }

    /** Returns the number of real images; empty if the dataset cannot be read, which the report then states. */
    private static Optional<RealImageCounts> real(EngineSession session, DatasetConfig dataset) {
        try {
            return Optional.of(RealImageCounts.of(session.dataset(dataset)));
        } catch (IOException e) {
            LOG.warn("The report omits the real images: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
