package org.dwastudio.nn.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.IValue;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dwastudio.nn.LayerWeight;
import org.dwastudio.nn.operator.ChannelStatistics;

/**
 * Distances between the statistics of a batch and the running statistics of all batch norms, with their gradients with
 * respect to the batch norms' inputs z. The gradient is constant + slope · z in every channel: with n = N · H · W and the
 * weights w of the layer, slope = 2 w_σ (σ² − σ̂²) / (‖σ² − σ̂²‖ n) and constant = w_μ (μ − μ̂) / (‖μ − μ̂‖ n) − slope
 * · μ. A gap of zero has the gradient zero. One operator computes all layers: their tensors are so small that each call
 * costs more than its arithmetic.
 */
final class NormAlignment {
    private final PixelOperators operators;
    private final NDArray running;
    private final NDArray lengths;
    private final NDArray owners;

    /**
     * Packs the running statistics.
     *
     * @param norms running statistics of all batch norms, in module order
     * @param owner manager of the packed tensors
     */
    NormAlignment(PixelOperators operators, List<ChannelStatistics> norms, NDManager owner) {
        this.operators = operators;
        List<NDArray> all = Stream.concat(
                        norms.stream().map(ChannelStatistics::mean),
                        norms.stream().map(ChannelStatistics::variance))
                .toList();
        running = all.isEmpty() ? owner.zeros(new Shape(0)) : NDArrays.concat(new NDList(all));
        running.attach(owner);
        lengths = owner.create(all.stream().mapToLong(NDArray::size).toArray());
        owners = owner.create(IntStream.range(0, all.size())
                .flatMap(i ->
                        IntStream.range(0, Math.toIntExact(all.get(i).size())).map(channel -> i))
                .mapToLong(i -> i)
                .toArray());
    }

    /**
     * Computes the gradients in the state of a pass, and returns the values.
     *
     * @param owner manager of the result
     * @param state state of the pass, whose forward pass is complete
     * @param crossEntropy a scalar
     * @param scale factor of the gradients; the returned values do not contain it
     * @return float64: the cross-entropy, then ‖μ − μ̂‖₂ of every layer, then ‖σ² − σ̂²‖₂ of every layer
     */
    NDArray align(NDManager owner, IValue state, NDArray crossEntropy, List<LayerWeight> layerWeights, double scale) {
        double[] weights = Stream.concat(
                        layerWeights.stream().map(LayerWeight::mean),
                        layerWeights.stream().map(LayerWeight::variance))
                .mapToDouble(weight -> weight * scale)
                .toArray();
        return operators.one(owner, "align", state, crossEntropy, running, lengths, owners, owner.create(weights));
    }
}
