package org.dwastudio.pipeline.assembly;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Path;
import org.dwastudio.artifact.RunDirectory;
import org.dwastudio.artifact.RunFacts;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.ExperimentReader;
import org.dwastudio.network.Teacher;
import org.dwastudio.pipeline.export.DistilledSet;

/** Finds out what an export has to say about a run's pictures: classes and normalisation are those of its teacher. */
final class ExportJob {
    private ExportJob() {}

    /**
     * Looks at the run and its teacher, on the engine thread.
     *
     * @throws IOException when the folder holds no pictures, or the teacher is missing or not that of the run, in words
     * @throws ConfigException when the run's experiment cannot be read, in words
     */
    static DistilledSet open(EngineSession session, Path runFolder) throws IOException, ConfigException {
        RunDirectory run = RunDirectory.open(runFolder);
        DistilledSet.requirePictures(run);
        Experiment experiment = ExperimentReader.read(run.experiment());
        RunFacts facts = RunFacts.read(run);
        try (Teacher teacher = session.openTeacher(experiment.teacher(), experiment.dataset(), DataType.FLOAT32)) {
            String fingerprint = TeacherFingerprint.of(teacher.network());
            if (!fingerprint.equals(facts.teacherFingerprint())) {
                throw new IOException(experiment.teacher().weights() + ": this is not the teacher that the run "
                        + runFolder
                        + " was made with any more (fingerprint " + fingerprint + ", not " + facts.teacherFingerprint()
                        + "), so that its classes and normalisation are not known. Please put the run's teacher back.");
            }
            return DistilledSet.open(run, teacher.metadata(), experiment, session.programVersion());
        }
    }
}
