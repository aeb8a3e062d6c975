package org.dwastudio.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.nn.architecture.ArchitectureSpec;
import org.dwastudio.nn.architecture.KnownArchitectures;
import org.dwastudio.nn.operator.PlainOperators;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.file.TensorFile;

/** Networks of computed weights, and what PyTorch computes with them. */
final class ArchitectureCases {
    private ArchitectureCases() {}

    static Network network(NetworkConfig config, TensorFile expected, NDManager manager, DataType dataType) {
        NDManager own = manager.newSubManager();
        NDArray scales;
        try {
            scales = expected.tensor("scales").toNDArray(own);
        } catch (WeightsException e) {
            throw new AssertionError(e);
        }
        ArchitectureSpec entry = KnownArchitectures.all().get(config.architecture());
        return new Network(
                config,
                entry.architecture(),
                new PlainOperators(),
                own,
                new FilledTensors(own, dataType, scales.toFloatArray()));
    }

    static NDArray images(NetworkConfig config, NDManager manager) {
        Shape shape = new Shape(2, config.channels(), config.imageSize(), config.imageSize());
        return FilledTensors.images(manager, shape);
    }

    static double[] doubles(StoredTensor tensor, NDManager manager) {
        return doubles(tensor.toNDArray(manager));
    }

    static double[] doubles(NDArray tensor) {
        return tensor.toType(DataType.FLOAT64, true).toDoubleArray();
    }

    static TensorFile expected(NetworkConfig config) throws WeightsException {
        String name = config.architecture().equals("convnet") ? "convnet3" : config.architecture();
        String stem = config.stem().name().toLowerCase(Locale.ROOT);
        return TensorFile.read(resource("architectures/" + name + "-w" + config.width() + "-" + stem + "-c"
                + config.channels() + "-" + config.imageSize() + ".npz"));
    }

    static Path resource(String path) {
        try {
            return Path.of(
                    ArchitectureCases.class.getResource("/network/" + path).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
