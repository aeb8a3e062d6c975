package org.dwastudio.stage.synthesis;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.event.StepLoss;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.gradient.FrozenNetwork;
import org.dwastudio.nn.gradient.PixelLoss;
import org.dwastudio.nn.gradient.PixelOperators;
import org.dwastudio.stage.synthesis.augmentation.LinearAugmentation;
import org.dwastudio.stage.synthesis.loss.AddedLosses;
import org.dwastudio.stage.synthesis.start.StartImages;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;
import org.dwastudio.stage.synthesis.state.SynthesisProgress;
import org.dwastudio.stage.synthesis.step.BatchNormAlignment;
import org.dwastudio.stage.synthesis.step.GradientScaling;
import org.dwastudio.stage.synthesis.step.LossScale;
import org.dwastudio.stage.synthesis.step.PixelAdam;
import org.dwastudio.stage.synthesis.step.PixelBounds;
import org.dwastudio.train.schedule.LearningRateSchedule;
import org.dwastudio.weights.StoredTensor;

/** Pixel steps of one batch, with a teacher that was adjusted for it and is now frozen. */
public final class BatchSynthesis implements AutoCloseable {
    private final NDManager manager;
    private final FrozenNetwork teacher;
    private final NDArray images;
    private final NDArray labels;
    private final PixelAdam adam;
    private final GradientScaling scaling;
    private final AddedLosses added;
    private int iteration;

    /**
     * Prepares the first pixel step.
     *
     * @param adjusted the adjusted teacher; its current weights are copied
     * @param start copied
     * @param config provides Adam and precision for the whole batch
     * @param parent parent of the manager that is opened for this batch
     */
    public BatchSynthesis(
            Network adjusted, StartImages start, SynthesisConfig config, PixelOperators operators, NDManager parent) {
        this(
                adjusted,
                start,
                config,
                GradientScaling.of(config.execution().precision()),
                AddedLosses.NONE,
                operators,
                parent);
    }

    /**
     * Prepares the first pixel step with custom gradient scaling and added losses.
     *
     * @param added closed together with this object
     */
    BatchSynthesis(
            Network adjusted,
            StartImages start,
            SynthesisConfig config,
            GradientScaling scaling,
            AddedLosses added,
            PixelOperators operators,
            NDManager parent) {
        this.scaling = scaling;
        this.added = added;
        manager = parent.newSubManager();
        teacher = FrozenNetwork.of(adjusted, arithmetic(config.execution().precision()), operators, manager);
        images = start.pixels().duplicate();
        images.attach(manager);
        labels = start.labels().duplicate();
        labels.attach(manager);
        PixelBounds bounds = new PixelBounds(start.normalization(), manager, images.getDataType());
        adam = new PixelAdam(images, bounds, config.optimizer());
    }

    /** Stores the pixels as {@code images/NAME}, Adam's moments, and the state of added losses. */
    void save(String name, Map<String, StoredTensor> tensors) {
        tensors.put("images/" + name, StoredTensor.of(images));
        adam.save(name, tensors);
        added.save(name, tensors);
    }

    /** Returns the state of the batch without its tensors; {@code start} is the configuration that it began with. */
    SynthesisProgress.OfBatch progress(SynthesisConfig start) {
        return new SynthesisProgress.OfBatch(
                SynthesisProgress.values(start),
                iteration,
                scaling.scale().map(LossScale::factor).orElse(0.0),
                scaling.scale().map(LossScale::goodSteps).orElse(0),
                scaling.skippedSteps());
    }

    /** Resumes from the state that {@link #save} and {@link #progress} recorded. */
    void restore(String name, SynthesisCheckpoint from, SynthesisProgress.OfBatch saved) {
        from.tensor("images/" + name).replace(images);
        scaling.restore(saved);
        adam.restore(name, from, saved.iteration() - saved.skippedSteps());
        added.restore(name, from, saved.iteration());
        iteration = saved.iteration();
    }

    /**
     * Runs one pixel step: augmentation, loss and its gradient, added losses, Adam, clamp. When the gradient is not
     * finite, which can happen in half precision, pixels and Adam stay unchanged; the iteration still counts.
     *
     * @param config the current configuration
     * @param augmentation augmentation of this iteration
     * @return the loss before the step
     */
    public StepLoss step(SynthesisConfig config, LinearAugmentation augmentation) {
        BatchNormAlignment alignment = BatchNormAlignment.of(config);
        double rate = learningRate(config);
        try (NDManager scope = manager.newSubManager()) {
            NDArray seen = augmentation.of(images);
            seen.attach(scope);
            PixelLoss measured =
                    teacher.loss(seen, labels, alignment.weights(teacher.batchNormLayers()), scaling.factor());
            Optional<NDArray> gradient = scaling.unscaled(augmentation.pullBack(measured.gradient()));
            StepLoss loss = added.step(
                    seen,
                    alignment.loss(measured),
                    config,
                    (more, weight) -> gradient.ifPresent(
                            sum -> sum.addi(augmentation.pullBack(more).mul(weight))));
            gradient.ifPresent(sum -> adam.step(images, sum, rate));
            iteration++;
            return loss;
        }
    }

    /** Returns the learning rate of the next step. */
    double learningRate(SynthesisConfig config) {
        return LearningRateSchedule.ofPixels(config).rate(iteration);
    }

    /** Returns the loss scale of the next step; empty when gradients are not scaled. */
    Optional<LossScale> lossScale() {
        return scaling.scale();
    }

    /** Returns the number of steps skipped because the gradient was not finite; {@link #iteration} includes them. */
    int skippedSteps() {
        return scaling.skippedSteps();
    }

    /** Returns the number of pixel steps so far. */
    public int iteration() {
        return iteration;
    }

    /** Returns this batch's own tensor, [N, C, H, W], normalized; the next step changes it. */
    public NDArray images() {
        return images;
    }

    private static FrozenNetwork.Arithmetic arithmetic(Execution.Precision precision) {
        return switch (precision) {
            case FLOAT32, FLOAT64 -> FrozenNetwork.Arithmetic.FULL;
            case MIXED -> FrozenNetwork.Arithmetic.BFLOAT16_CONVOLUTIONS;
            case HALF -> FrozenNetwork.Arithmetic.FLOAT16_CONVOLUTIONS;
        };
    }

    @Override
    public void close() {
        added.close();
        manager.close();
    }
}
