package org.dwastudio.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.file.TensorFile;
import org.dwastudio.weights.torch.PickledFile;

/** Weights of a network in a file of another program, and their import. */
final class ForeignWeights {
    /** Divisible by eight, to which some architectures round their widths, and by three. */
    static final int WIDTH = 24;

    private final TensorScope tensors;
    private final Path folder;
    private final NetworkCatalog catalog = new NetworkCatalog();

    ForeignWeights(TensorScope tensors, Path folder) {
        this.tensors = tensors;
        this.folder = folder;
    }

    Network network(String architecture) {
        NetworkConfig config = new NetworkConfig(
                architecture,
                architecture.matches("(resnet|vgg|convnet|wideresnet).*") ? 4 : WIDTH,
                Stem.SMALL,
                3,
                5,
                32);
        Network network = catalog.build(config, tensors.manager(), DataType.FLOAT32, 7);
        network.state().forEach((name, tensor) -> {
            // Every batch norm is different, so that an exchange of two changes the logits.
            if (name.matches(".*(running_mean|running_var|bias)")) {
                float[] values = new float[Math.toIntExact(tensor.size())];
                IntStream.range(0, values.length)
                        .forEach(i -> values[i] = 0.5f + ((name.hashCode() * 31 + i * 7) & 63) / 64f);
                tensor.set(values);
            }
        });
        return network;
    }

    Map<String, StoredTensor> stored(Network network) {
        return renamed(network, name -> name);
    }

    static Map<String, StoredTensor> renamed(Network network, UnaryOperator<String> name) {
        Map<String, StoredTensor> state = new LinkedHashMap<>();
        TensorFile.of(Path.of("x"), network.state(), Map.of())
                .tensors()
                .forEach((own, tensor) -> state.put(name.apply(own), tensor));
        return state;
    }

    ImportReport imported(Network network, Map<String, ?> content) throws IOException {
        return imported(network, content, false);
    }

    /** Imports a file and compares the logits with those of the network that it was written from. */
    ImportReport imported(Network network, Map<String, ?> content, boolean ignoreExtra) throws IOException {
        Path path = folder.resolve("weights.pth");
        PickledFile.write(path, content);
        BareWeights.Imported imported = teacher(path, network, ignoreExtra);
        try (Teacher teacher = imported.teacher();
                NDArray images = tensors.manager().randomUniform(0, 1, new Shape(2, 3, 32, 32))) {
            assertThat(teacher.network().config()).isEqualTo(network.config());
            assertThat(teacher.network().logits(images).toFloatArray())
                    .containsExactly(network.logits(images).toFloatArray(), within(1e-4f));
            return imported.report();
        }
    }

    /** Returns how many of the candidates of an import compute the logits of the network. */
    int agreeing(Network network, Map<String, ?> content) throws IOException {
        Path path = folder.resolve("weights.pth");
        PickledFile.write(path, content);
        List<BareWeights.Imported> candidates = BareWeights.read(path)
                .candidates(
                        Optional.of(network.config()), origin(network), loading(), new ImportConsents(false, false));
        int agreeing = 0;
        try (NDArray images = tensors.manager().randomUniform(0, 1, new Shape(2, 3, 32, 32))) {
            float[] expected = network.logits(images).toFloatArray();
            for (BareWeights.Imported candidate : candidates) {
                try (Teacher teacher = candidate.teacher()) {
                    float[] found = teacher.network().logits(images).toFloatArray();
                    boolean equal =
                            IntStream.range(0, found.length).allMatch(i -> Math.abs(found[i] - expected[i]) < 1e-4f);
                    agreeing += equal ? 1 : 0;
                }
            }
        }
        return agreeing;
    }

    BareWeights.Imported teacher(Path path, Network network, boolean ignoreExtra) throws IOException {
        return BareWeights.read(path)
                .teacher(Optional.empty(), origin(network), loading(), new ImportConsents(ignoreExtra, false));
    }

    private static TeacherOrigin origin(Network network) {
        return new TeacherOrigin(
                "photographs",
                List.of("a", "b", "c", "d", "e"),
                network.config().imageSize(),
                new ChannelNormalization(List.of(0.5, 0.4, 0.3), List.of(0.2, 0.2, 0.2)));
    }

    private BareWeights.Loading loading() {
        return new BareWeights.Loading(catalog, tensors.manager(), DataType.FLOAT32);
    }

    static StoredTensor floats(float value, long count) {
        ByteBuffer values =
                ByteBuffer.allocate(Math.toIntExact(count) * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        while (values.hasRemaining()) {
            values.putFloat(value);
        }
        return new StoredTensor(DataType.FLOAT32, new Shape(count), values.flip());
    }
}
