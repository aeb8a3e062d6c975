package org.dwastudio.stage.synthesis;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Optional;
import java.util.stream.LongStream;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.gradient.PixelOperators;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.concurrent.TrialParts;
import org.dwastudio.stage.synthesis.augmentation.AugmentationSampler;
import org.dwastudio.stage.synthesis.loss.AddedLosses;
import org.dwastudio.stage.synthesis.loss.FeatureRepulsion;
import org.dwastudio.stage.synthesis.regression.FeatureRegression;
import org.dwastudio.stage.synthesis.regression.RegressionTargets;
import org.dwastudio.stage.synthesis.start.NoiseImages;
import org.dwastudio.stage.synthesis.start.StartImages;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;
import org.dwastudio.stage.synthesis.step.GradientScaling;

/**
 * Batches of noise images whose steps are timed. The teacher is not modified.
 *
 * @param inputs teacher and dataset
 * @param config values of the steps
 * @param operators on the device of the teacher
 * @param seeds seeds of the noise
 */
record TrialBatches(SynthesisInputs inputs, SynthesisConfig config, PixelOperators operators, SeedSequence seeds)
        implements TrialParts<BatchSynthesis> {
    /** Returns a batch of so many images; its tensors belong to a manager below the given one. */
    @Override
    public BatchSynthesis open(int images, NDManager parent) {
        ClassBatch batch = new ClassBatch(0, 0, images);
        try (NDManager scope = parent.newSubManager()) {
            StartImages start = start(images, scope);
            return new BatchSynthesis(
                    teacher(),
                    start,
                    config,
                    GradientScaling.of(config.execution().precision()),
                    new AddedLosses(regression(batch, parent), repulsion(start, parent)),
                    operators,
                    parent);
        }
    }

    @Override
    public void step(BatchSynthesis batch) {
        ClassBatch images = new ClassBatch(0, 0, (int) batch.images().getShape().get(0));
        AugmentationSampler augmentations =
                new AugmentationSampler(seeds, teacher().config().imageSize());
        batch.step(config, augmentations.draw(images, 0, config));
    }

    @Override
    public void close(BatchSynthesis batch) {
        batch.close();
    }

    /** Returns noise images with labels that count up. */
    StartImages start(int images, NDManager scope) {
        ClassBatch batch = new ClassBatch(0, 0, images);
        NDArray noise = new NoiseImages(
                        seeds, teacher().config().channels(), teacher().config().imageSize())
                .images(batch, scope, teacher().dataType());
        return new StartImages(noise, scope.create(labels(images)), inputs.normalization());
    }

    private Network teacher() {
        return inputs.teacher();
    }

    /** Creates the feature regression with only enough real images for one step. */
    private Optional<FeatureRegression> regression(ClassBatch batch, NDManager scope) {
        int ofAClass = (RegressionTargets.AT_ONCE + batch.size() - 1) / batch.size();
        SynthesisConfig small = config.withRegression(regression ->
                regression.withImages(Math.min(ofAClass, config.regression().images())));
        return FeatureRegression.where(batch, inputs, teacher(), small, seeds, scope);
    }

    /** Creates the repulsion from one finished column. */
    private Optional<FeatureRepulsion> repulsion(StartImages start, NDManager parent) {
        return config.repulsion().isOn()
                ? Optional.of(new FeatureRepulsion(
                        teacher(), teacher().features(start.pixels()).expandDims(0), parent))
                : Optional.empty();
    }

    private long[] labels(int images) {
        return LongStream.range(0, images)
                .map(i -> i % teacher().config().classes())
                .toArray();
    }
}
