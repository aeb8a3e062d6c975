package org.dwastudio.stage.synthesis.step;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;
import org.dwastudio.weights.StoredTensor;

/**
 * Adam (Kingma and Ba 2015, algorithm 1) on the pixels of a batch, then a clamp to what a pixel can be. All its numbers
 * are doubles: the trajectory amplifies a rounded β a million times.
 */
public final class PixelAdam {
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final PixelBounds bounds;
    private final NDArray firstMoment;
    private final NDArray secondMoment;
    private int steps;

    /** Begins with moments of zero, which belong to the manager of the images [N, C, H, W]. */
    public PixelAdam(NDArray images, PixelBounds bounds, double beta1, double beta2, double epsilon) {
        this.bounds = bounds;
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = epsilon;
        firstMoment = images.zerosLike();
        secondMoment = images.zerosLike();
    }

    /** Its moments as {@code first/NAME} and {@code second/NAME}. */
    public void save(String name, Map<String, StoredTensor> tensors) {
        tensors.put("first/" + name, StoredTensor.of(firstMoment));
        tensors.put("second/" + name, StoredTensor.of(secondMoment));
    }

    /** Goes on from what {@link #save} kept, after some steps. */
    public void restore(String name, SynthesisCheckpoint from, int stepsMade) {
        try (NDArray first = from.tensor("first/" + name).toNDArray(firstMoment.getManager());
                NDArray second = from.tensor("second/" + name).toNDArray(secondMoment.getManager())) {
            firstMoment.intern(first);
            secondMoment.intern(second);
        }
        steps = stepsMade;
    }

    /** Moves the images in place. */
    public void step(NDArray images, NDArray gradient, double learningRate) {
        steps++;
        try (NDManager scope = gradient.getManager().newSubManager();
                NDArray drift = gradient.mul(1 - beta1);
                NDArray square = gradient.square()) {
            firstMoment.muli(beta1).addi(drift);
            secondMoment.muli(beta2).addi(square.muli(1 - beta2));
            NDArray corrected = secondMoment.div(1 - Math.pow(beta2, steps));
            corrected.attach(scope);
            NDArray root = corrected.sqrt().addi(epsilon);
            NDArray move = firstMoment.div(1 - Math.pow(beta1, steps));
            move.attach(scope);
            images.subi(move.divi(root).muli(learningRate));
            bounds.clamp(images);
        }
    }
}
