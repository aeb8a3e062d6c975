package org.dwastudio.nn.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.nn.LayerWeight;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.TensorScope;

/** Networks whose batch norms differ as trained ones do, with images and labels for them. */
final class FrozenNetworks {
    static final int CLASSES = 4;
    static final int BATCH = 5;

    private final TensorScope tensors;

    FrozenNetworks(TensorScope tensors) {
        this.tensors = tensors;
    }

    FrozenNetwork frozen(Network network, FrozenNetwork.Arithmetic arithmetic) {
        return FrozenNetwork.of(network, arithmetic, tensors.operators(), tensors.manager());
    }

    Network network(String architecture, int width, Stem stem, int channels, int size, DataType type) {
        NetworkConfig config = new NetworkConfig(architecture, width, stem, channels, CLASSES, size);
        Network network = new NetworkCatalog().build(config, tensors.manager(), type, 11);
        Random random = new Random(12);
        network.state().forEach((name, tensor) -> {
            // Fresh batch norms are all equal; a trained one differs from channel to channel.
            if (tensor.getShape().dimension() == 1) {
                double[] values = random.doubles(tensor.size(), 0.5, 1.5).toArray();
                network.assign(Map.of(name, tensors.manager().create(values, tensor.getShape())));
            }
        });
        return network;
    }

    NDArray images(int channels, int size, DataType type) {
        Shape shape = new Shape(BATCH, channels, size, size);
        Random random = new Random(13);
        double[] values = new double[(int) shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        return tensors.manager().create(values, shape).toType(type, false);
    }

    NDArray labels() {
        return tensors.manager().create(new long[] {3, 0, 1, 1, 2});
    }

    static List<LayerWeight> weights(Network network) {
        List<LayerWeight> weights = new ArrayList<>();
        for (int layer = 0; layer < network.runningStatistics().size(); layer++) {
            weights.add(new LayerWeight(0.1 + 0.01 * layer, 0.3 - 0.01 * layer));
        }
        return weights;
    }

    static double relativeDifference(NDArray one, NDArray other) {
        return norm(one.sub(other)) / norm(other);
    }

    static double norm(NDArray tensor) {
        return tensor.toType(DataType.FLOAT64, false).norm().getDouble();
    }
}
