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
import org.dwastudio.run.snapshot.Snapshot;
import org.dwastudio.stage.LiveTuning;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.concurrent.StageWorkers;
import org.dwastudio.stage.synthesis.augmentation.AugmentationSampler;
import org.dwastudio.stage.synthesis.diversity.DiversityMeter;
import org.dwastudio.stage.synthesis.diversity.FinishedFeatures;
import org.dwastudio.stage.synthesis.start.ImageInitializer;
import org.dwastudio.stage.synthesis.start.MedoidImages;
import org.dwastudio.stage.synthesis.start.MosaicImages;
import org.dwastudio.stage.synthesis.start.NoiseImages;
import org.dwastudio.stage.synthesis.start.RealImages;
import org.dwastudio.stage.synthesis.start.SurestImages;
import org.dwastudio.stage.synthesis.start.TensorImages;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;
import org.dwastudio.stage.synthesis.step.SnapshotKeeper;
import org.dwastudio.stage.synthesis.step.SynthesisReporter;
import org.dwastudio.stage.synthesis.step.TeacherAdjuster;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;
import org.dwastudio.weights.WeightsException;

/** Synthesis of all images of an experiment from its teacher: creates the parts that it consists of and runs them. */
public final class ImageSynthesis {
    private final PixelOperators operators;
    private final NDManager parent;

    /**
     * Creates a synthesis.
     *
     * @param operators on the device of the parent
     * @param parent manager below which a separate manager is opened
     */
    public ImageSynthesis(PixelOperators operators, NDManager parent) {
        this.operators = operators;
        this.parent = parent;
    }

    /**
     * Runs the synthesis of an experiment until it completes or is canceled. After a cancellation, the unfinished
     * images are shown once more in their current state.
     *
     * @param live current values of the sliders; the experiment's recorded changes are requested through it
     * @return whether it was canceled
     * @throws IOException if the file of the start images is broken or does not fit
     * @throws IllegalArgumentException if a class has no image to start from
     * @throws SynthesisDivergedException if the loss is no longer a number
     */
    public boolean run(
            Experiment experiment, SynthesisInputs inputs, LiveTuning live, RunControl control, RunListener listener)
            throws IOException {
        return run(experiment, inputs, live, control, listener, Optional.empty(), SynthesisCheckpoints.NONE);
    }

    /**
     * Runs the synthesis with checkpoints, optionally resuming from one.
     *
     * @param from checkpoint to resume from; empty starts from the beginning. The experiment is that of the interrupted
     *     run, with the tuning changes that it recorded
     * @param checkpoints saves those of this run
     * @throws IOException if a file cannot be read or a checkpoint cannot be written
     */
    public boolean run(
            Experiment experiment,
            SynthesisInputs inputs,
            LiveTuning live,
            RunControl control,
            RunListener listener,
            Optional<SynthesisCheckpoint> from,
            SynthesisCheckpoints checkpoints)
            throws IOException {
        SynthesisConfig config = experiment.synthesis();
        SeedSequence seeds = new SeedSequence(experiment.seed());
        SynthesisReporter reporter = new SynthesisReporter(listener, inputs.normalization());
        try (NDManager manager = parent.newSubManager()) {
            ImageInitializer start = initializer(config, inputs, seeds, manager);
            ImageInitializer real =
                    new RealImages(inputs.dataset(), inputs.normalization(), seeds, RandomPurpose.REAL_REFERENCE);
            DiversityMeter diversity = new DiversityMeter(inputs, real, reporter, manager);
            TuningTracker tuning = new TuningTracker(config, live, experiment.tuning(), listener);
            AugmentationSampler augmentations =
                    new AugmentationSampler(seeds, inputs.dataset().imageSize());
            TeacherAdjuster adjuster = new TeacherAdjuster(inputs, start, seeds, augmentations, manager);
            FinishedFeatures finished = new FinishedFeatures(inputs.teacher(), manager);
            BatchStarter starter = new BatchStarter(
                    inputs, start, seeds, augmentations, adjuster, finished, reporter, operators, manager);
            ColumnStepper stepper =
                    new ColumnStepper(starter, diversity, new SnapshotKeeper(snapshotBytes(inputs, config)));
            if (config.matching().isOn()) {
                return new MatchingSynthesizer(config, control, tuning, stepper, checkpoints).run(from);
            }
            try (StageWorkers workers = StageWorkers.of(config.execution().columnsAtOnce())) {
                return new Synthesizer(config, control, tuning, stepper, workers, checkpoints)
                        .run(config.execution().order(), from);
            }
        }
    }

    private static long snapshotBytes(SynthesisInputs inputs, SynthesisConfig config) {
        long size = inputs.dataset().imageSize();
        long slices =
                ClassBatch.ofColumn(0, inputs.classes(), config.batchSize()).size();
        return size * size * inputs.dataset().channels() * inputs.classes() + slices * Snapshot.OVERHEAD_BYTES;
    }

    private static ImageInitializer initializer(
            SynthesisConfig config, SynthesisInputs inputs, SeedSequence seeds, NDManager manager)
            throws WeightsException {
        return switch (config.initialization().start()) {
            case REAL -> new RealImages(inputs.dataset(), inputs.normalization(), seeds, RandomPurpose.START_IMAGE);
            case MEDOID -> new MedoidImages(inputs, config.imagesPerClass(), seeds);
            case SUREST -> new SurestImages(inputs, config.initialization().candidates(), seeds);
            case MOSAIC -> new MosaicImages(inputs, config, seeds);
            case NOISE ->
                new NoiseImages(
                        seeds, inputs.dataset().channels(), inputs.dataset().imageSize());
            case TENSOR -> {
                Path file = config.initialization()
                        .file()
                        .orElseThrow(() -> new DescribedArgumentException(Message.of("synthesis.noTensorFile")));
                yield TensorImages.read(file, inputs.teacher().config(), manager);
            }
        };
    }
}
