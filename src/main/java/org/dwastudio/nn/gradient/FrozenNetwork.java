package org.dwastudio.nn.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dwastudio.nn.LayerWeight;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.layer.BatchNorm;
import org.dwastudio.nn.layer.BatchNormTap;
import org.dwastudio.nn.layer.Pass;

/**
 * A network whose weights stand still, ready to be differentiated with respect to the images alone. Autograd would also
 * keep what the gradients of weights need, and hold every intermediate tensor until the end; here the way back is written
 * down by hand ({@link TapedOperators}).
 */
public final class FrozenNetwork implements AutoCloseable {
    private final Network network;
    private final Arithmetic arithmetic;
    private final PixelOperators operators;
    private final NDManager manager;
    private final FrozenWeights weights;
    private final Map<BatchNorm, Integer> layers = new HashMap<>();

    /** How convolutions are computed. */
    public enum Arithmetic {
        /** In the network's own number format. */
        FULL,
        /** In bfloat16 except the first, summed in float32; all else is float32. */
        BFLOAT16_CONVOLUTIONS,
        /**
         * The same in float16, whose numbers go from 6e-8 to 65504: gradients need a scale that keeps them between, see
         * {@link #loss}.
         */
        FLOAT16_CONVOLUTIONS
    }

    private FrozenNetwork(Network network, Arithmetic arithmetic, PixelOperators operators, NDManager manager) {
        this.network = network;
        this.arithmetic = arithmetic;
        this.operators = operators;
        this.manager = manager;
        this.weights = new FrozenWeights(manager, operators);
        for (BatchNorm layer : network.batchNorms()) {
            layers.put(layer, layers.size());
        }
    }

    /**
     * Copies the weights of a network as they are now.
     *
     * @param network float64 only with {@link Arithmetic#FULL}
     * @param parent a manager of its own is opened below it
     */
    public static FrozenNetwork of(Network network, Arithmetic arithmetic, PixelOperators operators, NDManager parent) {
        if (arithmetic != Arithmetic.FULL && network.dataType() != DataType.FLOAT32) {
            throw new IllegalArgumentException(
                    "rounded convolutions need a network in FLOAT32, not " + network.dataType());
        }
        NDManager manager = parent.newSubManager();
        return new FrozenNetwork(network.copy(manager), arithmetic, operators, manager);
    }

    /** The number of batch norms, and so of weights that {@link #loss} takes. */
    public int batchNormLayers() {
        return layers.size();
    }

    /**
     * Mean cross-entropy + Σ_l (w_l.mean · ‖μ_l − μ̂_l‖₂ + w_l.variance · ‖σ²_l − σ̂²_l‖₂) and its gradient. Batch norms
     * use their running statistics; μ_l and σ²_l (biased) are those of what enters them.
     *
     * @param images [N, C, H, W], normalised, in the network's number format
     * @param labels [N], int64
     * @param layerWeights one for every batch norm, in module order
     */
    public PixelLoss loss(NDArray images, NDArray labels, List<LayerWeight> layerWeights) {
        return loss(images, labels, layerWeights, 1);
    }

    /**
     * The same with a gradient that is multiplied by a scale on its whole way back, as numbers of small range need it;
     * the losses are not.
     *
     * @param scale a power of two, so that a multiplication rounds nothing
     */
    public PixelLoss loss(NDArray images, NDArray labels, List<LayerWeight> layerWeights, double scale) {
        if (layerWeights.size() != layers.size()) {
            throw new IllegalArgumentException(
                    layerWeights.size() + " weights for " + layers.size() + " batch-norm layers");
        }
        NDManager owner = images.getManager();
        try (NDManager scope = owner.newSubManager()) {
            NDArray seen = operators.one(scope, "channels_last", images);
            TapedOperators tape = new TapedOperators(seen, scope, operators, weights, arithmetic);
            BatchNormGap[] gaps = new BatchNormGap[layers.size()];
            BatchNormTap tap = (layer, input) -> {
                int index = layers.get(layer);
                gaps[index] = BatchNormGap.of(
                        operators,
                        scope,
                        input.getShape(),
                        tape.statistics(input),
                        layer.runningStatistics(),
                        layerWeights.get(index).times(scale));
                tape.align(input, gaps[index]);
            };
            NDArray logits = network.run(seen, Pass.tapped(tape, tap));
            NDList crossEntropy = operators.all(scope, "cross_entropy", logits, labels);
            NDArray beginning = crossEntropy.get(1).mul(scale);
            beginning.attach(scope);
            NDArray gradient = tape.backward(logits, beginning).duplicate();
            gradient.attach(owner);
            return read(crossEntropy.get(0), gaps, gradient);
        }
    }

    /** All numbers cross from the device at once. */
    private static PixelLoss read(NDArray crossEntropy, BatchNormGap[] gaps, NDArray gradient) {
        NDList scalars = new NDList(crossEntropy);
        for (BatchNormGap gap : gaps) {
            scalars.add(gap.mean());
            scalars.add(gap.variance());
        }
        double[] numbers =
                NDArrays.stack(scalars).toType(DataType.FLOAT64, false).toDoubleArray();
        double[] meanGaps = new double[gaps.length];
        double[] varianceGaps = new double[gaps.length];
        for (int layer = 0; layer < gaps.length; layer++) {
            meanGaps[layer] = numbers[1 + 2 * layer];
            varianceGaps[layer] = numbers[2 + 2 * layer];
        }
        return new PixelLoss(numbers[0], meanGaps, varianceGaps, gradient);
    }

    @Override
    public void close() {
        manager.close();
    }
}
