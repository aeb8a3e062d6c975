package org.dwastudio.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dwastudio.teacher.ForeignWeights.floats;
import static org.dwastudio.teacher.ForeignWeights.renamed;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.weights.StoredTensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights under the names of other programs: the network computes the same logits, or the file is refused. */
class ForeignNamesTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    @TempDir
    private Path folder;

    private ForeignWeights weights;

    @BeforeEach
    void openFolder() {
        weights = new ForeignWeights(tensors, folder);
    }

    @Test
    void namesOfKuangliuBehindAWrapperAndAPrefix() throws IOException {
        Network network = weights.network("resnet18");
        Map<String, StoredTensor> state = renamed(
                network,
                name -> "module." + name.replace("downsample", "shortcut").replace("fc.", "linear."));
        Map<String, Object> checkpoint = new LinkedHashMap<>();
        checkpoint.put("net", state);
        checkpoint.put("acc", 92.1);
        checkpoint.put("epoch", 29);

        ImportReport report = weights.imported(network, checkpoint);

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
        Network network = weights.network(architecture);
        Map<String, StoredTensor> state = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(network.state().keySet());
        Map<String, StoredTensor> stored = weights.stored(network);
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

        weights.imported(network, state);
        // Files of safetensors are sorted by name.
        weights.imported(network, new TreeMap<>(state));
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
            strings = {
                "resnet18",
                "mobilenet_v2",
                "shufflenet_v2_x0_5",
                "efficientnet_b0",
                "vgg11_bn",
                "convnet3",
                "resnet20",
                "resnet32",
                "resnet20-b",
                "wideresnet16",
                "wideresnet28"
            })
    void namesThatAreNothingButNumbersInTheOrderOfTheModules(String architecture) throws IOException {
        Network network = weights.network(architecture);
        Map<String, Integer> modules = new LinkedHashMap<>();
        Map<String, StoredTensor> state = renamed(network, name -> {
            String module = name.substring(0, name.lastIndexOf('.'));
            modules.putIfAbsent(module, modules.size());
            return "trunk." + modules.get(module) + name.substring(name.lastIndexOf('.'));
        });

        weights.imported(network, state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"resnet20", "resnet44-b", "wideresnet16"})
    void checkpointsOfTheRepositoriesForCifar(String architecture) throws IOException {
        Network network = weights.network(architecture);
        Map<String, Object> checkpoint = new LinkedHashMap<>();
        checkpoint.put("state_dict", renamed(network, name -> "module." + name));
        checkpoint.put("best_prec1", 91.7);

        ImportReport report = weights.imported(network, checkpoint);

        assertThat(report.group()).isEqualTo("state_dict");
        assertThat(report.prefix()).isEqualTo("module.");
        assertThat(report.renamedBeyondPrefix()).isEmpty();
        assertThat(report.leftOut()).isEmpty();
    }

    @Test
    void aProjectionInFrontOfALayerOfItsFormIsAmongTheCandidates() throws IOException {
        // In the first block, the projection has the form of the last convolution, and nothing but the order separates
        // them.
        Network network = weights.network("resnet50");
        List<String> modules = new ArrayList<>();
        Map<String, StoredTensor> stored = weights.stored(network);
        for (String name : stored.keySet()) {
            String module = name.substring(0, name.lastIndexOf('.'));
            if (!modules.contains(module)) {
                boolean projection = module.contains("downsample");
                String last = module.replaceAll("downsample\\.[01]", "conv3");
                modules.add(projection ? modules.indexOf(last) : modules.size(), module);
            }
        }
        Map<String, StoredTensor> state = new LinkedHashMap<>();
        for (String module : modules) {
            stored.forEach((name, tensor) -> {
                if (name.substring(0, name.lastIndexOf('.')).equals(module)) {
                    state.put("trunk." + modules.indexOf(module) + name.substring(name.lastIndexOf('.')), tensor);
                }
            });
        }

        assertThat(weights.agreeing(network, state)).isEqualTo(1);
    }

    @Test
    void tensorsLeftOverInOneGroupDoNotRefuseTheCandidatesOfAnother() throws IOException {
        Network network = weights.network("resnet18");
        Map<String, StoredTensor> named = weights.stored(network);
        named.put("loss.weight", floats(1, 3));
        // Names without numbers: the layers of equal shape could be in any order.
        List<String> modules = new ArrayList<>();
        Map<String, StoredTensor> unnamed = renamed(network, name -> {
            String module = name.substring(0, name.lastIndexOf('.'));
            if (!modules.contains(module)) {
                modules.add(module);
            }
            int place = modules.indexOf(module);
            return "net." + (char) ('a' + place / 26) + (char) ('a' + place % 26)
                    + name.substring(name.lastIndexOf('.'));
        });
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("model", named);
        both.put("ema", new TreeMap<>(unnamed));

        assertThat(weights.agreeing(network, both)).isPositive();
        assertThatThrownBy(() -> weights.agreeing(network, Map.of("model", named)))
                .isInstanceOf(ExtraTensorsException.class)
                .hasMessageContaining("loss.weight");
    }

    @Test
    void backboneAndHeadApart() throws IOException {
        Network network = weights.network("resnet18");
        Map<String, StoredTensor> state =
                renamed(network, name -> name.startsWith("fc.") ? "head." + name.substring(3) : "backbone." + name);
        weights.imported(network, state);

        Map<String, Object> backbone = new LinkedHashMap<>();
        Map<String, Object> head = new LinkedHashMap<>();
        weights.stored(network).forEach((name, tensor) -> {
            if (name.startsWith("fc.")) {
                head.put(name.substring(3), tensor);
            } else {
                backbone.put(name, tensor);
            }
        });
        Map<String, Object> apart = new LinkedHashMap<>();
        apart.put("backbone", backbone);
        apart.put("head", head);
        weights.imported(network, apart);
    }

    @Test
    void namesOfTheDistillationLiteratureWithABiasBeforeTheNorm() throws IOException {
        Network network = weights.network("convnet3");
        Map<String, StoredTensor> state = new LinkedHashMap<>();
        weights.stored(network).forEach((name, tensor) -> {
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

        ImportReport report = weights.imported(network, Map.of("model", state));

        assertThat(report.folded()).containsExactly("layers.conv.0.bias", "layers.conv.1.bias", "layers.conv.2.bias");
        assertThat(report.renamed()).containsEntry("layers.norm.2", "bn3").containsEntry("classifier", "fc");
    }

    @Test
    void aShuffledFileOfOtherNamesIsOrderedByItsNumbers() throws IOException {
        Network network = weights.network("resnet18");
        List<Map.Entry<String, StoredTensor>> entries =
                new ArrayList<>(renamed(network, name -> "net." + name.replace("downsample", "proj"))
                        .entrySet());
        Collections.shuffle(entries, new Random(3));
        Map<String, StoredTensor> state = new LinkedHashMap<>();
        entries.forEach(entry -> state.put(entry.getKey(), entry.getValue()));

        weights.imported(network, state);
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
