package org.dwastudio.engine.standard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.event.RunListener;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunDirectoryLock;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.run.history.RunHistoryReader;
import org.dwastudio.run.record.RunRecorder;
import org.dwastudio.stage.LiveTuning;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.checkpoint.CheckpointFolder;
import org.dwastudio.stage.lifecycle.ExperimentVerifier;
import org.dwastudio.stage.lifecycle.RecordedRun;
import org.dwastudio.stage.request.SynthesisOutcome;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint.FinishedPictures;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.teacher.TeacherFingerprint;

/** Resumption of a synthesis from its run folder. */
final class SynthesisResumption {
    private final StageServices session;
    private final Path folder;
    private final RunListener watcher;

    SynthesisResumption(StageServices session, Path folder, RunListener watcher) {
        this.session = session;
        this.folder = folder;
        this.watcher = watcher;
    }

    /** A run to resume: its current experiment and its newest checkpoint, if any. */
    private record Interrupted(
            RunDirectory directory,
            Experiment experiment,
            Optional<CheckpointFolder.Found<SynthesisCheckpointFiles.Content>> found) {

        Optional<SynthesisCheckpoint> checkpoint() {
            return found.map(from -> from.content().checkpoint());
        }

        RunRecorder.Kept kept() {
            return found.map(CheckpointFolder.Found::content)
                    .map(content -> new RunRecorder.Kept(
                            content.metricsBytes(), content.checkpoint().tuningChanges()))
                    .orElse(RunRecorder.Kept.NOTHING);
        }

        String describe() {
            if (found.isEmpty()) {
                return "from the beginning (no checkpoint was written)";
            }
            List<String> broken = found.get().broken();
            return "after step " + found.get().content().checkpoint().steps() + " ("
                    + found.get().file().getFileName()
                    + (broken.isEmpty() ? "" : "; passed over: " + String.join("; ", broken)) + ")";
        }
    }

    /**
     * Resumes the synthesis on the engine thread. The folder is not modified until all checks have passed.
     *
     * @throws IOException if something cannot be read or written, or is inconsistent
     */
    SynthesisOutcome run(RunControl control, LiveTuning tuning) throws IOException {
        RunDirectory directory = RunDirectory.open(folder);
        try (RunDirectoryLock lock = RunDirectoryLock.acquire(directory)) {
            Interrupted interrupted = interrupted(lock.directory());
            Experiment experiment = interrupted.experiment();
            tuning.startFrom(experiment.synthesis());
            try (Teacher teacher = session.openTeacher(
                    experiment.teacher(), experiment.dataset(), SynthesisJob.type(experiment.synthesis()))) {
                SynthesisInputs inputs = SynthesisJob.inputs(teacher, session.datasetReadAnew(experiment.dataset()));
                return resumed(interrupted, inputs, control, tuning);
            }
        }
    }

    private static Interrupted interrupted(RunDirectory directory) throws IOException {
        requireUnfinished(directory);
        ExperimentVerifier recipe = new ExperimentVerifier(directory, "synthesis", SynthesisResumption::decisive);
        Experiment experiment = recipe.read();
        Interrupted interrupted =
                new Interrupted(directory, experiment, new SynthesisCheckpointFiles(directory).newest());
        if (interrupted.found().isPresent()) {
            recipe.requireUnchanged(
                    experiment,
                    interrupted.found().get().content().experiment(),
                    interrupted.found().get().file());
        }
        if (interrupted.kept().tuningChanges() > experiment.tuning().size()) {
            throw new RunFolderException(
                    directory.experiment(),
                    "lacks tuning changes that had happened by the last checkpoint; put it back, or start a new"
                            + " synthesis");
        }
        return interrupted;
    }

    private static void requireUnfinished(RunDirectory directory) throws IOException {
        if (Files.isDirectory(directory.synthesisCheckpoints())) {
            return;
        }
        throw new RunFolderException(
                directory.folder(),
                Files.exists(directory.contactSheet())
                        ? "this synthesis is finished; its pictures are in "
                                + directory.images().getFileName()
                                + ". To repeat it, start a new one with its experiment.yaml."
                        : "holds no synthesis that could be resumed (there are no checkpoints in it); choose the run"
                                + " folder of a synthesis");
    }

    private SynthesisOutcome resumed(
            Interrupted interrupted, SynthesisInputs inputs, RunControl control, LiveTuning tuning) throws IOException {
        RunDirectory directory = interrupted.directory();
        Experiment experiment = interrupted.experiment();
        RunMetadata facts = session.metadata(inputs.dataset().fingerprint(), TeacherFingerprint.of(inputs.teacher()));
        requireSame(directory, experiment, facts);
        RunHistoryReader past = RunHistoryReader.in(directory);
        List<FinishedPictures> finished = interrupted
                .checkpoint()
                .map(checkpoint -> checkpoint.finished(
                        inputs.dataset().classNames().size(),
                        experiment.synthesis().batchSize()))
                .orElse(List.of());
        for (FinishedPictures slice : finished) {
            past.requireImages(slice.column(), slice.firstClass(), slice.count());
        }
        directory.deleteUnfinishedFiles();
        SynthesisWork work = new SynthesisWork(session, experiment, inputs, directory);
        EventReplayer retold = new EventReplayer(
                watcher, past, finished, experiment, interrupted.kept().tuningChanges());
        try {
            boolean cancelled = new RecordedRun(retold, control)
                    .recordKept(
                            StageName.SYNTHESIS,
                            saved -> RunRecorder.resume(
                                    directory,
                                    experiment,
                                    interrupted.kept(),
                                    interrupted.describe(),
                                    facts,
                                    saved,
                                    Clock.systemUTC()),
                            (listener, recorder) ->
                                    work.run(interrupted.checkpoint(), control, tuning, listener, recorder));
            return new SynthesisOutcome(directory.folder(), directory.contactSheet(), cancelled);
        } catch (RunFolderException e) {
            throw SynthesisWork.toldWhatStays(directory, e);
        }
    }

    private static void requireSame(RunDirectory directory, Experiment experiment, RunMetadata now) throws IOException {
        RunMetadata before = RunMetadata.read(directory);
        if (!now.datasetFingerprint().equals(before.datasetFingerprint())) {
            throw differs(
                    directory,
                    "dataset " + experiment.dataset().source(),
                    now.datasetFingerprint(),
                    before.datasetFingerprint());
        }
        if (!now.teacherFingerprint().equals(before.teacherFingerprint())) {
            throw differs(
                    directory,
                    "teacher " + experiment.teacher().weights(),
                    now.teacherFingerprint(),
                    before.teacherFingerprint());
        }
    }

    private static RunFolderException differs(RunDirectory directory, String what, String is, String was) {
        return new RunFolderException(
                directory.folder(),
                "the " + what + " is not the one that this synthesis began with (its fingerprint is " + is + ", it was "
                        + was + "); put it back, or start a new synthesis");
    }

    /**
     * Reduces an experiment to the settings that determine the result of a synthesis; the paths of the dataset and the
     * teacher may change.
     */
    private static Experiment decisive(Experiment experiment) {
        Experiment fixed = SynthesisPresets.demonstration();
        return experiment
                .withName(fixed.name())
                .withDataset(experiment.dataset().withSource(fixed.dataset().source()))
                .withTeacher(experiment.teacher().withWeights(fixed.teacher().weights()))
                .withSqueeze(fixed.squeeze())
                .withEvaluation(fixed.evaluation())
                .withTuning(List.of());
    }
}
