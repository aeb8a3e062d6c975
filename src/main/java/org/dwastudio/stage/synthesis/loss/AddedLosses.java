package org.dwastudio.stage.synthesis.loss;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.event.StepLoss;
import org.dwastudio.stage.synthesis.regression.FeatureRegression;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;
import org.dwastudio.weights.StoredTensor;

/**
 * Losses that are added to that of the paper, each with its own pass through a network.
 *
 * @param regression feature regression, if it has a weight
 * @param repulsion repulsion from finished columns, if it has a weight and there are any
 */
public record AddedLosses(Optional<FeatureRegression> regression, Optional<FeatureRepulsion> repulsion)
        implements AutoCloseable {
    /** The loss of the paper alone. */
    public static final AddedLosses NONE = new AddedLosses(Optional.empty(), Optional.empty());

    /** Receiver of the gradients of added losses. */
    @FunctionalInterface
    public interface Gradients {
        /**
         * Adds a gradient.
         *
         * @param gradient with respect to the augmented images, before the weight
         * @param weight weight of the loss
         */
        void add(NDArray gradient, double weight);
    }

    /**
     * Measures the losses of a step and trains the students of the regression.
     *
     * @param seen augmented images, [N, C, H, W]
     * @param loss the loss of the paper
     * @return the loss with these added
     */
    public StepLoss step(NDArray seen, StepLoss loss, SynthesisConfig config, Gradients gradients) {
        StepLoss sum = loss;
        if (regression.isPresent()) {
            double weight = config.regression().weight();
            FeatureRegression.Measured matched =
                    regression.get().step(seen, config.regression().ridge());
            sum = sum.withFeatureRegression(weight * matched.value());
            gradients.add(matched.gradient(), weight);
        }
        if (repulsion.isPresent()) {
            double weight = config.repulsion().weight();
            FeatureRepulsion.Measured repelled = repulsion.get().measure(seen);
            sum = sum.withFeatureRepulsion(weight * repelled.value());
            gradients.add(repelled.gradient(), weight);
        }
        return sum;
    }

    /** Stores the students of the regression; the repulsion has no state of its own. */
    public void save(String name, Map<String, StoredTensor> tensors) {
        regression.ifPresent(students -> students.save(name, tensors));
    }

    /** Restores what {@link #save} stored after the given number of steps. */
    public void restore(String name, SynthesisCheckpoint from, int steps) {
        regression.ifPresent(students -> students.restore(name, from, steps));
    }

    @Override
    public void close() {
        regression.ifPresent(FeatureRegression::close);
        repulsion.ifPresent(FeatureRepulsion::close);
    }
}
