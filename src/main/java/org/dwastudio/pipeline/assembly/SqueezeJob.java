package org.dwastudio.pipeline.assembly;

import java.io.IOException;
import java.nio.file.Path;
import org.dwastudio.artifact.RunDirectory;
import org.dwastudio.artifact.RunFacts;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.event.RunListener;
import org.dwastudio.network.Teacher;
import org.dwastudio.pipeline.RunControl;
import org.dwastudio.pipeline.SqueezeOutcome;
import org.dwastudio.pipeline.squeeze.Squeeze;
import org.dwastudio.pipeline.squeeze.SqueezedTeacher;

/** One squeeze from its experiment to a teacher in its run folder. */
final class SqueezeJob {
    private static final String NO_TEACHER_YET = "";

    private final EngineSession session;
    private final Experiment experiment;
    private final Path folder;
    private final RunListener watcher;

    SqueezeJob(EngineSession session, Experiment experiment, Path folder, RunListener watcher) {
        this.session = session;
        this.experiment = experiment;
        this.folder = folder;
        this.watcher = watcher;
    }

    /**
     * Runs it on the engine thread.
     *
     * @throws IOException when something cannot be read or written, in words
     */
    SqueezeOutcome run(RunControl control) throws IOException {
        ImageDataset dataset = session.dataset(experiment.dataset());
        RunDirectory directory = RunDirectory.create(folder);
        RunFacts facts = session.facts(dataset.fingerprint(), NO_TEACHER_YET);
        return new RecordedRun(watcher, control)
                .record(
                        StageName.SQUEEZE,
                        directory,
                        experiment,
                        facts,
                        listener -> train(dataset, directory, control, listener));
    }

    private SqueezeOutcome train(ImageDataset dataset, RunDirectory directory, RunControl control, RunListener listener)
            throws IOException {
        SqueezedTeacher squeezed = new Squeeze(session.networks())
                .run(experiment.squeeze(), dataset, experiment.seed(), session.manager(), control, listener);
        try (Teacher teacher = squeezed.teacher()) {
            Path file = directory.folder().resolve("teacher.safetensors");
            teacher.write(file);
            return new SqueezeOutcome(
                    directory.folder(),
                    file,
                    squeezed.outcome().testAccuracy(),
                    file,
                    squeezed.outcome().testAccuracy(),
                    squeezed.outcome().epochs(),
                    squeezed.outcome().cancelled());
        }
    }
}
