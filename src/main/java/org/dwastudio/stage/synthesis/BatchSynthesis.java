package org.dwastudio.stage.synthesis;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.event.StepLoss;
import org.dwastudio.image.Normalization;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.gradient.FrozenNetwork;
import org.dwastudio.nn.gradient.PixelLoss;
import org.dwastudio.nn.gradient.PixelOperators;
import org.dwastudio.stage.synthesis.regression.FeatureRegression;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;
import org.dwastudio.stage.synthesis.state.SynthesisProgress;
import org.dwastudio.stage.synthesis.step.BatchNormAlignment;
import org.dwastudio.stage.synthesis.step.GradientScaling;
import org.dwastudio.stage.synthesis.step.LossScale;
import org.dwastudio.stage.synthesis.step.PixelAdam;
import org.dwastudio.stage.synthesis.step.PixelBounds;
import org.dwastudio.stage.synthesis.view.ImageView;
import org.dwastudio.train.schedule.CosineSchedule;
import org.dwastudio.weights.StoredTensor;

/** The pixel steps of one batch, with a teacher that was adjusted for it and now stands still. */
public final class BatchSynthesis implements AutoCloseable {
    private final NDManager manager;
    private final FrozenNetwork teacher;
    private final NDArray images;
    private final NDArray labels;
    private final PixelAdam adam;
    private final GradientScaling scaling;
    private final Optional<FeatureRegression> regression;
    private int iteration;

    /**
     * Stands before the first pixel step.
     *
     * @param adjusted its weights are copied as they are now
     * @param start [N, C, H, W], normalised; copied
     * @param labels [N]
     * @param config whose Adam and precision hold for the whole batch
     * @param parent a manager of its own is opened below it
     */
    public BatchSynthesis(
            Network adjusted,
            NDArray start,
            long[] labels,
            Normalization normalization,
            SynthesisConfig config,
            PixelOperators operators,
            NDManager parent) {
        this(
                adjusted,
                start,
                labels,
                normalization,
                config,
                GradientScaling.of(config.execution().precision()),
                Optional.empty(),
                operators,
                parent);
    }

    /**
     * The same with gradients that are scaled in a way of one's own, and perhaps a feature regression.
     *
     * @param regression is closed with this
     */
    BatchSynthesis(
            Network adjusted,
            NDArray start,
            long[] labels,
            Normalization normalization,
            SynthesisConfig config,
            GradientScaling scaling,
            Optional<FeatureRegression> regression,
            PixelOperators operators,
            NDManager parent) {
        this.scaling = scaling;
        this.regression = regression;
        manager = parent.newSubManager();
        teacher = FrozenNetwork.of(adjusted, arithmetic(config.execution().precision()), operators, manager);
        images = start.duplicate();
        images.attach(manager);
        this.labels = manager.create(labels);
        PixelBounds bounds = new PixelBounds(normalization, manager, images.getDataType());
        adam = new PixelAdam(
                images,
                bounds,
                config.optimizer().beta1(),
                config.optimizer().beta2(),
                config.optimizer().epsilon());
    }

    /** Its pixels as {@code images/NAME}, Adam's moments, and the students of a feature regression. */
    void save(String name, Map<String, StoredTensor> tensors) {
        tensors.put("images/" + name, StoredTensor.of(images));
        adam.save(name, tensors);
        regression.ifPresent(students -> students.save(name, tensors));
    }

    /** Where it stands, but for its tensors; {@code start} is what it began with. */
    SynthesisProgress.OfBatch progress(SynthesisConfig start) {
        return new SynthesisProgress.OfBatch(
                SynthesisProgress.values(start),
                iteration,
                scaling.scale().map(LossScale::factor).orElse(0.0),
                scaling.scale().map(LossScale::goodSteps).orElse(0),
                scaling.skippedSteps());
    }

    /** Goes on from what {@link #save} and {@link #progress} kept. */
    void restore(String name, SynthesisCheckpoint from, SynthesisProgress.OfBatch saved) {
        try (NDArray pixels = from.tensor("images/" + name).toNDArray(manager)) {
            images.intern(pixels);
        }
        scaling.restore(saved);
        adam.restore(name, from, saved.iteration() - saved.skippedSteps());
        regression.ifPresent(students -> students.restore(name, from, saved.iteration()));
        iteration = saved.iteration();
    }

    /**
     * One pixel step: view, loss and its gradient, feature regression, Adam, clamp. Without a finite gradient, as half
     * precision may have it, pixels and Adam stay as they are; the iteration counts nevertheless.
     *
     * @param config as it is now
     * @param view of this iteration
     * @return the loss before the step
     */
    public StepLoss step(SynthesisConfig config, ImageView view) {
        BatchNormAlignment alignment = BatchNormAlignment.of(config);
        double rate = learningRate(config);
        try (NDManager scope = manager.newSubManager()) {
            NDArray seen = view.of(images);
            seen.attach(scope);
            PixelLoss measured =
                    teacher.loss(seen, labels, alignment.weights(teacher.batchNormLayers()), scaling.factor());
            StepLoss loss = alignment.loss(measured);
            Optional<NDArray> gradient = scaling.unscaled(view.pullBack(measured.gradient()));
            if (regression.isPresent()) {
                FeatureRegression.Measured beside =
                        regression.get().step(seen, config.regression().ridge());
                loss = loss.withFeatureRegression(config.regression().weight() * beside.value());
                gradient.ifPresent(sum -> sum.addi(
                        view.pullBack(beside.gradient()).mul(config.regression().weight())));
            }
            gradient.ifPresent(sum -> adam.step(images, sum, rate));
            iteration++;
            return loss;
        }
    }

    /** The rate that the next step takes. */
    double learningRate(SynthesisConfig config) {
        return new CosineSchedule(config.optimizer().learningRate(), config.iterations()).rate(iteration);
    }

    /** How the gradient of the next step is scaled; empty where it is not. */
    Optional<LossScale> lossScale() {
        return scaling.scale();
    }

    /** Steps that were left out for want of a finite gradient; they count among the {@link #iteration}s. */
    int skippedSteps() {
        return scaling.skippedSteps();
    }

    /** Pixel steps made. */
    public int iteration() {
        return iteration;
    }

    /** [N, C, H, W], normalised: this batch's own tensor, which the next step changes. */
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
        regression.ifPresent(FeatureRegression::close);
        manager.close();
    }
}
