package org.dwastudio.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dwastudio.teacher.ForeignWeights.floats;
import static org.dwastudio.teacher.ForeignWeights.renamed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.torch.PickledFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of weights with more tensors than the network has, in an order of their own, or damaged. */
class ForeignFilesTest {
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
    void theSetOfTensorsThatFitsIsTakenFromACheckpointOfSeveral() throws IOException {
        Network network = weights.network("resnet18");
        Map<String, Object> checkpoint = new LinkedHashMap<>();
        checkpoint.put("discriminator", Map.of("conv.weight", floats(1, 4), "conv.bias", floats(1, 4)));
        checkpoint.put("hyper", Map.of("encoder", weights.stored(network)));
        checkpoint.put("optimizer", Map.of("state", Map.of("exp_avg", floats(0, 9))));

        assertThat(weights.imported(network, checkpoint).group()).isEqualTo("hyper.encoder");
    }

    @Test
    void moreTensorsThanTheNetworkHasAreNamedAndLeftOutOnlyOnRequest() throws IOException {
        Network network = weights.network("resnet18");
        Map<String, Object> state = new LinkedHashMap<>();
        weights.stored(network).forEach((name, tensor) -> state.put("model." + name, tensor));
        state.put("criterion.weight", floats(1, 10));
        state.put("train_acc.confmat", floats(0, 100));
        state.put("model.layer1.0.conv1.weight_mask", floats(1, 9));
        Path path = folder.resolve("lightning.ckpt");
        PickledFile.write(path, Map.of("state_dict", state));

        assertThatThrownBy(() -> weights.teacher(path, network, false))
                .isInstanceOf(ExtraTensorsException.class)
                .hasMessageContaining("the file has 3 more: 'criterion.weight', 'train_acc.confmat'")
                .satisfies(refusal -> assertThat(((ExtraTensorsException) refusal).extra())
                        .containsExactly("criterion.weight", "train_acc.confmat", "model.layer1.0.conv1.weight_mask"));
        assertThat(weights.imported(network, Map.of("state_dict", state), true).leftOut())
                .containsExactly("criterion.weight", "train_acc.confmat", "model.layer1.0.conv1.weight_mask");
    }

    @Test
    void aMaskNextToAWeightOfAnotherNameIsAnExtraTensor() throws IOException {
        Network network = weights.network("convnet3");
        Map<String, StoredTensor> state = renamed(network, name -> name.replace("fc.", "linear."));
        state.put("conv2.total_ops", floats(1, 1));

        assertThat(weights.imported(network, state, true).leftOut()).containsExactly("conv2.total_ops");
    }

    @Test
    void anOrderThatNeitherNamesNorShapesDecideIsRefused() throws IOException {
        Network network = weights.network("resnet50");
        // The projection first, and no name shows that it is one.
        Map<String, StoredTensor> stored = weights.stored(network);
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

        assertThatThrownBy(() -> weights.teacher(path, network, false)).isInstanceOf(WeightsException.class);
    }

    @Test
    void countersOfBatchesAndAveragesDoNotCount() throws IOException {
        Network network = weights.network("convnet3");
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("n_averaged", floats(1, 1));
        weights.stored(network).forEach((name, tensor) -> {
            state.put("module." + name, tensor);
            if (name.endsWith("running_var")) {
                state.put("module." + name.replace("running_var", "num_batches_tracked"), floats(1, 1));
            }
        });
        assertThat(weights.imported(network, state).leftOut()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, -1})
    void aWeightThatNoTrainedNetworkHasIsRefusedByItsName(float value) throws IOException {
        Network network = weights.network("convnet3");
        Map<String, StoredTensor> state = new LinkedHashMap<>(weights.stored(network));
        StoredTensor variance = state.get("bn2.running_var");
        state.put("bn2.running_var", floats(value, variance.shape().get(0)));
        Path path = folder.resolve("broken.pth");
        PickledFile.write(path, state);

        assertThatThrownBy(() -> weights.teacher(path, network, false))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("tensor 'bn2.running_var' has 4 values that are NaN, infinite or negative");
    }
}
