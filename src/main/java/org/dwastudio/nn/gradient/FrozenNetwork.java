package org.dwastudio.nn.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.jni.IValue;
import java.util.Arrays;
import java.util.List;
import org.dwastudio.nn.LayerWeight;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.layer.Pass;
import org.dwastudio.nn.operator.ChannelStatistics;

/**
 * Network with frozen weights that is differentiated with respect to the images alone. Autograd would also keep
 * everything that weight gradients need, and would hold every intermediate tensor until the end; here the backward pass
 * is written by hand ({@link TapedOperators}).
 */
public final class FrozenNetwork implements AutoCloseable {
    private final Network network;
    private final PixelOperators operators;
    private final NDManager manager;
    private final int layers;
    private final FrozenWeights weights;
    private final NormAlignment alignment;

    /** Arithmetic of the convolutions. */
    public enum Arithmetic {
        /** All convolutions in the network's own data type. */
        FULL,
        /** All convolutions but the first in bfloat16, with sums in float32; everything else in float32. */
        BFLOAT16_CONVOLUTIONS,
        /**
         * All convolutions but the first in float16, with sums in float32; everything else in float32. Float16
         * represents values from 6e-8 to 65504: gradients need a scale that keeps them in this range, see
         * {@link #loss}.
         */
        FLOAT16_CONVOLUTIONS
    }

    private FrozenNetwork(Network network, Arithmetic arithmetic, PixelOperators operators, NDManager manager) {
        this.network = network;
        this.operators = operators;
        this.manager = manager;
        List<ChannelStatistics> norms = network.runningStatistics();
        layers = norms.size();
        weights = new FrozenWeights(manager, operators, arithmetic, norms);
        manager.attachInternal("frozen weights", weights);
        alignment = new NormAlignment(operators, norms, manager);
    }

    /**
     * Copies the current weights of a network.
     *
     * @param network network to copy; float64 only with {@link Arithmetic#FULL}
     * @param parent parent of the manager that is opened for the copy
     */
    public static FrozenNetwork of(Network network, Arithmetic arithmetic, PixelOperators operators, NDManager parent) {
        if (arithmetic != Arithmetic.FULL && network.dataType() != DataType.FLOAT32) {
            throw new IllegalArgumentException(
                    "rounded convolutions need a network in FLOAT32, not " + network.dataType());
        }
        NDManager manager = parent.newSubManager();
        return new FrozenNetwork(network.copy(manager), arithmetic, operators, manager);
    }

    /** Returns the number of batch norms, and so of the weights that {@link #loss} takes. */
    public int batchNormLayers() {
        return layers;
    }

    /**
     * Returns the mean cross-entropy + Σ_l (w_l.mean · ‖μ_l − μ̂_l‖₂ + w_l.variance · ‖σ²_l − σ̂²_l‖₂) and its
     * gradient. Batch norms use their running statistics; μ_l and σ²_l (biased) are the statistics of their inputs.
     *
     * @param images [N, C, H, W], normalized, in the network's data type
     * @param labels [N], int64
     * @param layerWeights one per batch norm, in module order
     */
    public PixelLoss loss(NDArray images, NDArray labels, List<LayerWeight> layerWeights) {
        return loss(images, labels, layerWeights, 1);
    }

    /**
     * Returns the loss with a gradient that is multiplied by a scale throughout the backward pass, as data types of
     * small range require; the loss values are not scaled.
     *
     * @param scale a power of two, so that the multiplication does not round
     */
    public PixelLoss loss(NDArray images, NDArray labels, List<LayerWeight> layerWeights, double scale) {
        if (layerWeights.size() != layers) {
            throw new IllegalArgumentException(layerWeights.size() + " weights for " + layers + " batch-norm layers");
        }
        NDManager owner = images.getManager();
        try (NDManager scope = owner.newSubManager();
                IValue state = operators.opaque("begin", layers)) {
            NDArray seen = operators.one(scope, "channels_last", images);
            TapedOperators tape = new TapedOperators(seen, scope, operators, weights, state);
            NDArray logits = network.run(seen, Pass.inference(tape));
            NDList crossEntropy = operators.all(scope, "cross_entropy", logits, labels, scale);
            NDArray values = alignment.align(scope, state, crossEntropy.get(0), layerWeights, scale);
            NDArray gradient = tape.backward(logits, crossEntropy.get(1)).duplicate();
            gradient.attach(owner);
            return read(values, gradient);
        }
    }

    /** Transfers all numbers from the device at once, when the whole pass has been computed. */
    private PixelLoss read(NDArray values, NDArray gradient) {
        double[] numbers = values.toDoubleArray();
        return new PixelLoss(
                numbers[0],
                Arrays.copyOfRange(numbers, 1, 1 + layers),
                Arrays.copyOfRange(numbers, 1 + layers, 1 + 2 * layers),
                gradient);
    }

    @Override
    public void close() {
        manager.close();
    }
}
