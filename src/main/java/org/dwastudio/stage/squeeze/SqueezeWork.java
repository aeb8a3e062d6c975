package org.dwastudio.stage.squeeze;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.image.Normalization;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.lifecycle.InterruptedStage;
import org.dwastudio.stage.lifecycle.KnownNetworks;
import org.dwastudio.stage.lifecycle.PreparedWork;
import org.dwastudio.stage.lifecycle.ResumableWork;
import org.dwastudio.stage.request.SqueezeOutcome;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;

/**
 * Training of a teacher in a run folder.
 *
 * @param services datasets and tensors
 * @param control stops the training
 */
record SqueezeWork(StageServices services, RunControl control)
        implements ResumableWork<TrainingCheckpoints.Content, SqueezeOutcome> {
    @Override
    public StageName stage() {
        return StageName.SQUEEZE;
    }

    @Override
    public String unit() {
        return "epoch";
    }

    @Override
    public TrainingCheckpoints checkpoints(RunDirectory directory) {
        return new TrainingCheckpoints(directory.checkpoints());
    }

    @Override
    public Path result(RunDirectory directory) {
        return directory.teacher();
    }

    @Override
    public Message nextStep(RunDirectory directory) {
        return Message.of("squeeze.next", directory.teacher().toAbsolutePath());
    }

    @Override
    public Experiment decisive(Experiment experiment) {
        Experiment fixed = SynthesisPresets.demonstration();
        return experiment
                .withName(fixed.name())
                .withDataset(experiment.dataset().withSource(fixed.dataset().source()))
                .withTeacher(fixed.teacher())
                .withSqueeze(experiment.squeeze().withStartFrom(startName(experiment)))
                .withSynthesis(fixed.synthesis())
                .withEvaluation(fixed.evaluation())
                .withTuning(List.of());
    }

    /** Returns the name of the file that the training starts from: its folder may be written in several ways. */
    private static String startName(Experiment experiment) {
        return experiment.squeeze().startFrom().replaceFirst("^.*[/\\\\]", "");
    }

    @Override
    public PreparedWork<TrainingCheckpoints.Content, SqueezeOutcome> prepare(
            Experiment experiment, Optional<InterruptedStage<TrainingCheckpoints.Content>> from) throws IOException {
        return new PreparedSqueeze(services, control, experiment, task(experiment, from));
    }

    /** Returns the training; that of a resumed run has the normalization that the checkpoint recorded. */
    TrainingTask task(Experiment experiment, Optional<InterruptedStage<TrainingCheckpoints.Content>> from)
            throws IOException {
        Optional<TrainingCheckpoints.Content> checkpoint = from.flatMap(InterruptedStage::checkpoint);
        return checkpoint.isPresent()
                ? resumedTask(
                        experiment, from.get().directory(), checkpoint.get().origin())
                : newTask(experiment);
    }

    /**
     * Returns the training of a new run. Unless the experiment sets mean and standard deviation, they are those of the
     * weights that it starts from, or computed from the dataset.
     *
     * @throws IllegalArgumentException if the experiment contradicts itself or the dataset
     */
    private TrainingTask newTask(Experiment experiment) throws IOException {
        experiment.squeeze().contradictions().forEach((key, problem) -> {
            throw new DescribedArgumentException(Message.of("setting.problem", "squeeze." + key, problem));
        });
        KnownNetworks.require("squeeze", experiment.squeeze().network(), services.networks());
        ImageDataset dataset = services.dataset(experiment.dataset());
        NetworkConfig network = TrainingTask.network(experiment.squeeze(), dataset);
        Optional<StartWeights> start = StartWeights.of(experiment, network, services);
        Normalization normalization =
                start.isPresent() && experiment.dataset().normalization().isEmpty()
                        ? start.get().normalization()
                        : dataset.normalization();
        return new TrainingTask(experiment.squeeze(), dataset, normalization, experiment.seed(), start);
    }

    private TrainingTask resumedTask(Experiment experiment, RunDirectory directory, CheckpointOrigin origin)
            throws IOException {
        ImageDataset dataset = services.reloadDataset(experiment.dataset());
        if (!dataset.fingerprint().equals(origin.datasetFingerprint())) {
            throw new RunFolderException(
                    directory.folder(),
                    Message.of(
                            "run.otherSqueezeDataset",
                            experiment.dataset().source(),
                            dataset.fingerprint(),
                            origin.datasetFingerprint()));
        }
        return new TrainingTask(experiment.squeeze(), dataset, origin.normalization(), experiment.seed());
    }
}
