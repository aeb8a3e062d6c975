package org.dwastudio.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.file.TensorFile;
import org.dwastudio.weights.torch.PickledFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights under the names of other programs: the network computes the same logits, or the file is refused. */
class ForeignNamesTest {
    /** Divisible by eight, to which some architectures round their widths, and by three. */
    private static final int WIDTH = 24;

    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    @TempDir
    private Path folder;

    private final NetworkCatalog catalog = new NetworkCatalog();

    @Test
    void namesOfKuangliuBehindAWrapperAndAPrefix() throws IOException {
        Network network = network("resnet18");
        Map<String, StoredTensor> state = renamed(
                network,
                name -> "module." + name.replace("downsample", "shortcut").replace("fc.", "linear."));
        Map<String, Object> checkpoint = new LinkedHashMap<>();
        checkpoint.put("net", state);
        checkpoint.put("acc", 92.1);
        checkpoint.put("epoch", 29);

        ImportReport report = imported(network, checkpoint);

        assertThat(report.group()).isEqualTo("net");
        assertThat(report.prefix()).isEqualTo("module.");
        assertThat(report.renamedBeyondPrefix())
                .hasSize(7)
                .containsEntry("module.layer2.0.shortcut.1", "layer2.0.downsample.1")
                .containsEntry("module.linear", "fc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"resnet18", "resnet50"})
    void namesOfTransformersWithTheShortcutFirst(String architecture) throws IOException {
        Network network = network(architecture);
        Map<String, StoredTensor> state = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(network.state().keySet());
        Map<String, StoredTensor> stored = stored(network);
        // Their projection is created before the convolutions of its block.
        for (String name : names) {
            if (name.matches("layer\\d\\.0\\.conv1\\.weight")) {
                String block = name.substring(0, name.indexOf("conv1"));
                names.stream()
                        .filter(other -> other.startsWith(block + "downsample"))
                        .forEach(other -> state.put(transformers(other), stored.get(other)));
            }
            if (!name.contains("downsample")) {
                state.put(transformers(name), stored.get(name));
            }
        }

        imported(network, state);
        // Files of safetensors are sorted by name.
        imported(network, new TreeMap<>(state));
    }

    private static String transformers(String name) {
        String leaf = name.substring(name.lastIndexOf('.') + 1);
        if (name.startsWith("fc")) {
            return "classifier.1." + leaf;
        }
        String role = name.matches(".*(bn\\d|downsample\\.1)\\.\\w+") ? "normalization." : "convolution.";
        if (!name.startsWith("layer")) {
            return "resnet.embedder.embedder." + role + leaf;
        }
        String[] parts = name.split("\\.", -1);
        String inner = parts[2].equals("downsample")
                ? "shortcut."
                : "layer." + (Integer.parseInt(parts[2].replaceAll("\\D", "")) - 1) + ".";
        return "resnet.encoder.stages." + (Integer.parseInt(parts[0].substring(5)) - 1) + ".layers." + parts[1] + "."
                + inner + role + leaf;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"resnet18", "mobilenet_v2", "shufflenet_v2_x0_5", "efficientnet_b0", "vgg11_bn", "convnet3"})
    void namesThatAreNothingButNumbersInTheOrderOfTheModules(String architecture) throws IOException {
        Network network = network(architecture);
        Map<String, Integer> modules = new LinkedHashMap<>();
        Map<String, StoredTensor> state = renamed(network, name -> {
            String module = name.substring(0, name.lastIndexOf('.'));
            modules.putIfAbsent(module, modules.size());
            return "trunk." + modules.get(module) + name.substring(name.lastIndexOf('.'));
        });

        imported(network, state);
    }

    @Test
    void backboneAndHeadApart() throws IOException {
        Network network = network("resnet18");
        Map<String, StoredTensor> state =
                renamed(network, name -> name.startsWith("fc.") ? "head." + name.substring(3) : "backbone." + name);
        imported(network, state);

        Map<String, Object> backbone = new LinkedHashMap<>();
        Map<String, Object> head = new LinkedHashMap<>();
        stored(network).forEach((name, tensor) -> {
            if (name.startsWith("fc.")) {
                head.put(name.substring(3), tensor);
            } else {
                backbone.put(name, tensor);
            }
        });
        Map<String, Object> apart = new LinkedHashMap<>();
        apart.put("backbone", backbone);
        apart.put("head", head);
        imported(network, apart);
    }

    @Test
    void namesOfTheDistillationLiteratureWithABiasBeforeTheNorm() throws IOException {
        Network network = network("convnet3");
        Map<String, StoredTensor> state = new LinkedHashMap<>();
        stored(network).forEach((name, tensor) -> {
            if (name.matches("conv\\d\\.weight")) {
                int k = name.charAt(4) - '1';
                state.put("layers.conv." + k + ".weight", tensor);
                state.put(
                        "layers.conv." + k + ".bias",
                        floats(0.5f * (k + 1), tensor.shape().get(0)));
            } else if (name.startsWith("bn")) {
                state.put("layers.norm." + (name.charAt(2) - '1') + name.substring(3), tensor);
            } else {
                state.put(name.replace("fc", "classifier"), tensor);
            }
        });
        // The bias shifts what the norm sees, so that its running mean is higher by it.
        for (int k = 0; k < 3; k++) {
            state.computeIfPresent(
                    "layers.norm." + k + ".running_mean",
                    (name, mean) -> shifted(mean, 0.5f * (name.charAt(12) - '0' + 1)));
        }

        ImportReport report = imported(network, Map.of("model", state));

        assertThat(report.folded()).containsExactly("layers.conv.0.bias", "layers.conv.1.bias", "layers.conv.2.bias");
        assertThat(report.renamed()).containsEntry("layers.norm.2", "bn3").containsEntry("classifier", "fc");
    }

    @Test
    void theSetOfTensorsThatFitsIsTakenFromACheckpointOfSeveral() throws IOException {
        Network network = network("resnet18");
        Map<String, Object> checkpoint = new LinkedHashMap<>();
        checkpoint.put("discriminator", Map.of("conv.weight", floats(1, 4), "conv.bias", floats(1, 4)));
        checkpoint.put("hyper", Map.of("encoder", stored(network)));
        checkpoint.put("optimizer", Map.of("state", Map.of("exp_avg", floats(0, 9))));

        assertThat(imported(network, checkpoint).group()).isEqualTo("hyper.encoder");
    }

    @Test
    void moreTensorsThanTheNetworkHasAreNamedAndLeftOutOnlyOnRequest() throws IOException {
        Network network = network("resnet18");
        Map<String, Object> state = new LinkedHashMap<>();
        stored(network).forEach((name, tensor) -> state.put("model." + name, tensor));
        state.put("criterion.weight", floats(1, 10));
        state.put("train_acc.confmat", floats(0, 100));
        state.put("model.layer1.0.conv1.weight_mask", floats(1, 9));
        Path path = folder.resolve("lightning.ckpt");
        PickledFile.write(path, Map.of("state_dict", state));

        assertThatThrownBy(() -> teacher(path, network, false))
                .isInstanceOf(ExtraTensorsException.class)
                .hasMessageContaining("the file has 3 more: 'criterion.weight', 'train_acc.confmat'")
                .satisfies(refusal -> assertThat(((ExtraTensorsException) refusal).extra())
                        .containsExactly("criterion.weight", "train_acc.confmat", "model.layer1.0.conv1.weight_mask"));
        assertThat(imported(network, Map.of("state_dict", state), true).leftOut())
                .containsExactly("criterion.weight", "train_acc.confmat", "model.layer1.0.conv1.weight_mask");
    }

    @Test
    void aMaskNextToAWeightOfAnotherNameIsAnExtraTensor() throws IOException {
        Network network = network("convnet3");
        Map<String, StoredTensor> state = renamed(network, name -> name.replace("fc.", "linear."));
        state.put("conv2.total_ops", floats(1, 1));

        assertThat(imported(network, state, true).leftOut()).containsExactly("conv2.total_ops");
    }

    @Test
    void aShuffledFileOfOtherNamesIsOrderedByItsNumbers() throws IOException {
        Network network = network("resnet18");
        List<Map.Entry<String, StoredTensor>> entries =
                new ArrayList<>(renamed(network, name -> "net." + name.replace("downsample", "proj"))
                        .entrySet());
        Collections.shuffle(entries, new Random(3));
        Map<String, StoredTensor> state = new LinkedHashMap<>();
        entries.forEach(entry -> state.put(entry.getKey(), entry.getValue()));

        imported(network, state);
    }

    @Test
    void anOrderThatNeitherNamesNorShapesDecideIsRefused() throws IOException {
        Network network = network("resnet50");
        // The projection first, and no name says that it is one.
        Map<String, StoredTensor> stored = stored(network);
        List<String> names = new ArrayList<>(stored.keySet());
        List<String> projections = names.stream()
                .filter(name -> name.startsWith("layer1.0.downsample"))
                .toList();
        names.removeAll(projections);
        names.addAll(names.indexOf("layer1.0.conv1.weight"), projections);
        Map<String, Integer> modules = new LinkedHashMap<>();
        Map<String, StoredTensor> state = new LinkedHashMap<>();
        for (String name : names) {
            String module = name.substring(0, name.lastIndexOf('.'));
            modules.putIfAbsent(module, modules.size());
            state.put("m" + modules.get(module) + name.substring(name.lastIndexOf('.')), stored.get(name));
        }
        Path path = folder.resolve("ambiguous.pth");
        PickledFile.write(path, state);

        assertThatThrownBy(() -> teacher(path, network, false)).isInstanceOf(WeightsException.class);
    }

    @Test
    void countersOfBatchesAndAveragesDoNotCount() throws IOException {
        Network network = network("convnet3");
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("n_averaged", floats(1, 1));
        stored(network).forEach((name, tensor) -> {
            state.put("module." + name, tensor);
            if (name.endsWith("running_var")) {
                state.put("module." + name.replace("running_var", "num_batches_tracked"), floats(1, 1));
            }
        });
        assertThat(imported(network, state).leftOut()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, -1})
    void aWeightThatNoTrainedNetworkHasIsRefusedByItsName(float value) throws IOException {
        Network network = network("convnet3");
        Map<String, StoredTensor> state = new LinkedHashMap<>(stored(network));
        StoredTensor variance = state.get("bn2.running_var");
        state.put("bn2.running_var", floats(value, variance.shape().get(0)));
        Path path = folder.resolve("broken.pth");
        PickledFile.write(path, state);

        assertThatThrownBy(() -> teacher(path, network, false))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("tensor 'bn2.running_var' has 4 values that are NaN, infinite or negative");
    }

    private Network network(String architecture) {
        NetworkConfig config = new NetworkConfig(
                architecture, architecture.matches("(resnet|vgg|convnet).*") ? 4 : WIDTH, Stem.SMALL, 3, 5, 32);
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

    private Map<String, StoredTensor> stored(Network network) {
        return renamed(network, name -> name);
    }

    private static Map<String, StoredTensor> renamed(Network network, UnaryOperator<String> name) {
        Map<String, StoredTensor> state = new LinkedHashMap<>();
        TensorFile.of(Path.of("x"), network.state(), Map.of())
                .tensors()
                .forEach((own, tensor) -> state.put(name.apply(own), tensor));
        return state;
    }

    private ImportReport imported(Network network, Map<String, ?> content) throws IOException {
        return imported(network, content, false);
    }

    /** Imports a file and compares the logits with those of the network that it was written from. */
    private ImportReport imported(Network network, Map<String, ?> content, boolean ignoreExtra) throws IOException {
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

    private BareWeights.Imported teacher(Path path, Network network, boolean ignoreExtra) throws IOException {
        TeacherOrigin origin = new TeacherOrigin(
                "photographs",
                List.of("a", "b", "c", "d", "e"),
                network.config().imageSize(),
                new ChannelNormalization(List.of(0.5, 0.4, 0.3), List.of(0.2, 0.2, 0.2)));
        return BareWeights.read(path)
                .teacher(
                        Optional.empty(),
                        origin,
                        new BareWeights.Loading(catalog, tensors.manager(), DataType.FLOAT32),
                        new ImportConsents(ignoreExtra, false));
    }

    private static StoredTensor floats(float value, long count) {
        ByteBuffer values =
                ByteBuffer.allocate(Math.toIntExact(count) * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        while (values.hasRemaining()) {
            values.putFloat(value);
        }
        return new StoredTensor(DataType.FLOAT32, new Shape(count), values.flip());
    }

    private static StoredTensor shifted(StoredTensor tensor, float difference) {
        ByteBuffer data = tensor.data();
        ByteBuffer values = ByteBuffer.allocate(data.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        while (data.hasRemaining()) {
            values.putFloat(data.getFloat() + difference);
        }
        return new StoredTensor(DataType.FLOAT32, tensor.shape(), values.flip());
    }
}
