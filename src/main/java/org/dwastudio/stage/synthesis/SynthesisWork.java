package org.dwastudio.stage.synthesis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.run.history.RunHistoryReader;
import org.dwastudio.stage.LiveTuning;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.lifecycle.InterruptedStage;
import org.dwastudio.stage.lifecycle.PreparedWork;
import org.dwastudio.stage.lifecycle.ResumableWork;
import org.dwastudio.stage.request.SynthesisOutcome;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint.FinishedImages;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/**
 * Synthesis of images in a run folder.
 *
 * @param services datasets, teachers and tensors
 * @param control pauses, steps and stops the synthesis
 * @param tuning current values of the sliders
 */
record SynthesisWork(StageServices services, RunControl control, LiveTuning tuning)
        implements ResumableWork<SynthesisCheckpointFiles.Content, SynthesisOutcome> {
    @Override
    public StageName stage() {
        return StageName.SYNTHESIS;
    }

    @Override
    public String unit() {
        return "step";
    }

    @Override
    public SynthesisCheckpointFiles checkpoints(RunDirectory directory) {
        return new SynthesisCheckpointFiles(directory);
    }

    @Override
    public Path result(RunDirectory directory) {
        return directory.contactSheet();
    }

    @Override
    public Message nextStep(RunDirectory directory) {
        return Message.of("synthesis.next", directory.images().toAbsolutePath());
    }

    @Override
    public Experiment decisive(Experiment experiment) {
        Experiment fixed = SynthesisPresets.demonstration();
        return experiment
                .withName(fixed.name())
                .withDataset(experiment.dataset().withSource(fixed.dataset().source()))
                .withTeacher(experiment
                        .teacher()
                        .withWeights(fixed.teacher().weights())
                        .withOtherClasses(false))
                .withSynthesis(experiment.synthesis().withParallelColumns(OptionalInt.empty()))
                .withSqueeze(fixed.squeeze())
                .withEvaluation(fixed.evaluation())
                .withTuning(List.of());
    }

    @Override
    public PreparedWork<SynthesisCheckpointFiles.Content, SynthesisOutcome> prepare(
            Experiment experiment, Optional<InterruptedStage<SynthesisCheckpointFiles.Content>> from)
            throws IOException {
        if (from.isPresent()) {
            requireTuningChanges(from.get());
            tuning.startFrom(experiment.synthesis());
        }
        experiment.synthesis().contradictions().forEach((key, problem) -> {
            throw new DescribedArgumentException(Message.of("setting.problem", "synthesis." + key, problem));
        });
        Teacher teacher = services.openTeacher(
                experiment.teacher(), experiment.dataset(), SynthesisInputs.dataType(experiment.synthesis()));
        try {
            ImageDataset dataset = from.isPresent()
                    ? services.reloadDataset(experiment.dataset())
                    : services.dataset(experiment.dataset());
            SynthesisInputs inputs = SynthesisInputs.of(teacher, dataset);
            Experiment counted = from.isPresent()
                    ? experiment.withSynthesis(ParallelColumns.recorded(experiment.synthesis()))
                    : new ParallelColumns(services, inputs, experiment).chosen();
            PreparedSynthesis prepared = new PreparedSynthesis(this, counted, teacher, inputs, Optional.empty());
            return from.isPresent() ? resumed(prepared, from.get()) : prepared;
        } catch (IOException | RuntimeException | Error failure) {
            teacher.close();
            throw failure;
        }
    }

    private static PreparedSynthesis resumed(
            PreparedSynthesis prepared, InterruptedStage<SynthesisCheckpointFiles.Content> interrupted)
            throws IOException {
        RunDirectory directory = interrupted.directory();
        requireSameInputs(directory, prepared.experiment(), prepared.metadata());
        RunHistoryReader history = RunHistoryReader.in(directory);
        List<FinishedImages> finished = finished(prepared, interrupted);
        for (FinishedImages slice : finished) {
            history.requireImages(slice.column(), slice.firstClass(), slice.count());
        }
        return prepared.replaying(new EventReplayer.Past(
                history, finished, prepared.experiment(), interrupted.kept().tuningChanges()));
    }

    private static List<FinishedImages> finished(
            PreparedSynthesis prepared, InterruptedStage<SynthesisCheckpointFiles.Content> interrupted)
            throws RunFolderException {
        if (interrupted.checkpoint().isEmpty()) {
            return List.of();
        }
        int classes = prepared.inputs().dataset().classNames().size();
        int batchSize = prepared.experiment().synthesis().batchSize();
        try {
            return interrupted.checkpoint().get().checkpoint().finished(classes, batchSize);
        } catch (IllegalArgumentException e) {
            throw new RunFolderException(interrupted.directory().synthesisCheckpoints(), FailureCause.reason(e));
        }
    }

    private static void requireTuningChanges(InterruptedStage<?> interrupted) throws IOException {
        if (interrupted.kept().tuningChanges()
                > interrupted.experiment().tuning().size()) {
            throw new RunFolderException(interrupted.directory().experiment(), Message.of("run.lacksTuning"));
        }
    }

    private static void requireSameInputs(RunDirectory directory, Experiment experiment, RunMetadata now)
            throws IOException {
        RunMetadata before = RunMetadata.read(directory);
        if (!now.datasetFingerprint().equals(before.datasetFingerprint())) {
            throw differs(
                    directory,
                    Message.of("run.dataset", experiment.dataset().source()),
                    now.datasetFingerprint(),
                    before.datasetFingerprint());
        }
        if (!now.teacherFingerprint().equals(before.teacherFingerprint())) {
            throw differs(
                    directory,
                    Message.of("run.teacher", experiment.teacher().weights()),
                    now.teacherFingerprint(),
                    before.teacherFingerprint());
        }
    }

    private static RunFolderException differs(RunDirectory directory, Message what, String is, String was) {
        return new RunFolderException(directory.folder(), Message.of("run.otherSubject", what, is, was));
    }
}
