package org.dwastudio.stage.synthesis;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.event.RunListener;
import org.dwastudio.nn.gradient.PixelOperators;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.LiveTuning;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.synthesis.diversity.DiversityMeter;
import org.dwastudio.stage.synthesis.start.ImageInitializer;
import org.dwastudio.stage.synthesis.start.MedoidImages;
import org.dwastudio.stage.synthesis.start.NoiseImages;
import org.dwastudio.stage.synthesis.start.RealImages;
import org.dwastudio.stage.synthesis.start.TensorImages;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;
import org.dwastudio.stage.synthesis.step.SynthesisReporter;
import org.dwastudio.weights.WeightsException;

/** The second stage: from a teacher to synthetic images. */
public final class SynthesisStage {

    /**
     * Runs the synthesis of an experiment to its end, or until it is cancelled: then the pictures of what is under way
     * are shown once more, as they are.
     *
     * @param live what the sliders say; the experiment's recorded changes are asked for through it
     * @param operators on the device of the parent
     * @param parent a manager of its own is opened below it
     * @return whether it was cancelled
     * @throws IOException when the file of the start images is broken or does not fit
     * @throws IllegalArgumentException when a class has no image to start from
     * @throws SynthesisDivergedException when the loss is no longer a number
     */
    public boolean run(
            Experiment experiment,
            SynthesisInputs inputs,
            LiveTuning live,
            RunControl control,
            RunListener listener,
            PixelOperators operators,
            NDManager parent)
            throws IOException {
        return run(
                experiment,
                inputs,
                live,
                control,
                listener,
                Optional.empty(),
                SynthesisCheckpoints.NONE,
                operators,
                parent);
    }

    /**
     * The same with checkpoints, and perhaps from one.
     *
     * @param from what to go on from; empty begins at the beginning. The experiment is that of the interrupted run,
     *     with the tuning changes that it recorded
     * @param checkpoints keeps those of this run
     * @throws IOException when a file cannot be read or a checkpoint not be written, in words
     */
    public boolean run(
            Experiment experiment,
            SynthesisInputs inputs,
            LiveTuning live,
            RunControl control,
            RunListener listener,
            Optional<SynthesisCheckpoint> from,
            SynthesisCheckpoints checkpoints,
            PixelOperators operators,
            NDManager parent)
            throws IOException {
        SynthesisConfig config = experiment.synthesis();
        SeedSequence seeds = new SeedSequence(experiment.seed());
        SynthesisReporter reporter = new SynthesisReporter(listener, inputs.normalization());
        try (NDManager manager = parent.newSubManager()) {
            ImageInitializer start = initializer(config, inputs, seeds, manager);
            ImageInitializer real =
                    new RealImages(inputs.dataset(), inputs.normalization(), seeds, RandomPurpose.REAL_REFERENCE);
            DiversityMeter diversity = new DiversityMeter(inputs, start, real, reporter, manager);
            TuningTracker tuning = new TuningTracker(config, live, experiment.tuning(), listener);
            return new Synthesizer(
                            inputs,
                            config,
                            start,
                            seeds,
                            control,
                            tuning,
                            reporter,
                            diversity,
                            operators,
                            checkpoints,
                            manager)
                    .run(config.execution().order(), from);
        }
    }

    private static ImageInitializer initializer(
            SynthesisConfig config, SynthesisInputs inputs, SeedSequence seeds, NDManager manager)
            throws WeightsException {
        return switch (config.initialization().start()) {
            case REAL -> new RealImages(inputs.dataset(), inputs.normalization(), seeds, RandomPurpose.START_IMAGE);
            case MEDOID -> new MedoidImages(inputs, config.imagesPerClass(), seeds);
            case NOISE ->
                new NoiseImages(
                        seeds, inputs.dataset().channels(), inputs.dataset().imageSize());
            case TENSOR -> {
                Path file = config.initialization()
                        .file()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "The synthesis starts from a tensor file, but none is named. Please choose one."));
                yield TensorImages.read(file, inputs.teacher().config(), manager);
            }
        };
    }
}
