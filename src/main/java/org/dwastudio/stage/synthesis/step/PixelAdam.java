package org.dwastudio.stage.synthesis.step;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import org.dwastudio.config.synthesis.SynthesisOptimizer;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;
import org.dwastudio.train.optimizer.Adam;
import org.dwastudio.train.optimizer.Adam.BiasCorrection;
import org.dwastudio.weights.StoredTensor;

/** Adam on the pixels of a batch, followed by a clamp to the range of the pixels. */
public final class PixelAdam {
    private final Adam adam;
    private final PixelBounds bounds;

    /** Starts with moments of zero, which belong to the manager of the images [N, C, H, W]. */
    public PixelAdam(NDArray images, PixelBounds bounds, SynthesisOptimizer recipe) {
        this.bounds = bounds;
        adam = new Adam(
                images,
                images.getManager(),
                new Adam.Coefficients(recipe.beta1(), recipe.beta2(), recipe.epsilon(), 0, BiasCorrection.OF_MOMENTS));
    }

    /** Stores the moments as {@code first/NAME} and {@code second/NAME}. */
    public void save(String name, Map<String, StoredTensor> tensors) {
        tensors.put("first/" + name, StoredTensor.of(adam.firstMoment()));
        tensors.put("second/" + name, StoredTensor.of(adam.secondMoment()));
    }

    /** Resumes from the moments that {@link #save} stored, after the given number of steps. */
    public void restore(String name, SynthesisCheckpoint from, int steps) {
        from.tensor("first/" + name).replace(adam.firstMoment());
        from.tensor("second/" + name).replace(adam.secondMoment());
        adam.setSteps(steps);
    }

    /** Updates the images in place. */
    public void step(NDArray images, NDArray gradient, double learningRate) {
        adam.step(images, gradient, learningRate);
        bounds.clamp(images);
    }
}
