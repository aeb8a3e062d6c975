package org.dwastudio.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.nn.torch.TorchEngine;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.file.TensorFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Comparison of networks with torchvision's, in float64; torchvision_cases.py next to the data created it. */
class TorchvisionTest {

    record Case(String name, NetworkConfig config) {
        TensorFile file(String part) throws WeightsException {
            try {
                return TensorFile.read(Path.of(TorchvisionTest.class
                        .getResource("/network/" + name + "-" + part + ".npz")
                        .toURI()));
            } catch (URISyntaxException e) {
                throw new AssertionError(e);
            }
        }

        double[] expected(String name) throws WeightsException {
            return doubles(file("expected").tensor(name));
        }

        Network network(NDManager manager) throws WeightsException {
            return new NetworkCatalog().load(config, file("weights"), manager, DataType.FLOAT64);
        }

        NDArray images(NDManager manager) throws WeightsException {
            return file("expected").tensor("images").toNDArray(manager);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("bottleneck-w4", new NetworkConfig("resnet-bottleneck-1111", 4, Stem.SMALL, 3, 5, 16)),
                new Case("resnet18-w2-imagenet", new NetworkConfig("resnet18", 2, Stem.IMAGENET, 3, 5, 40)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tensorsHaveTorchvisionsNamesInModuleOrder(Case torchvision) throws WeightsException {
        try (NDManager manager = TorchEngine.load().newManager();
                Network network = torchvision.network(manager)) {
            List<String> names = torchvision.file("weights").tensors().keySet().stream()
                    .filter(name -> !name.endsWith("num_batches_tracked"))
                    .toList();
            assertThat(network.state().keySet()).containsExactlyElementsOf(names);
            assertThat(network.parameters().keySet())
                    .containsExactlyElementsOf(names.stream()
                            .filter(name -> !name.contains("running_"))
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void inferenceGivesTorchvisionsNumbers(Case torchvision) throws WeightsException {
        try (NDManager manager = TorchEngine.load().newManager();
                Network network = torchvision.network(manager);
                NDArray images = torchvision.images(manager);
                NDArray logits = network.logits(images);
                NDArray features = network.features(images);
                TappedLogits tapped = network.tapped(images)) {
            assertThat(logits.toDoubleArray()).containsExactly(torchvision.expected("logits"), within(1e-12));
            assertThat(features.toDoubleArray()).containsExactly(torchvision.expected("features"), within(1e-12));
            assertThat(tapped.logits().toDoubleArray()).containsExactly(logits.toDoubleArray());
            assertThat(tapped.features().toDoubleArray()).containsExactly(features.toDoubleArray());
            double[] statistics = tapped.statistics().stream()
                    .flatMap(layer -> Stream.of(layer.mean(), layer.variance()))
                    .flatMapToDouble(tensor -> Arrays.stream(tensor.toDoubleArray()))
                    .toArray();
            assertThat(statistics).containsExactly(torchvision.expected("statistics"), within(1e-11));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void trainingUsesTheBatchAndMovesTheRunningStatistics(Case torchvision) throws WeightsException {
        try (NDManager manager = TorchEngine.load().newManager();
                Network network = torchvision.network(manager);
                NDArray images = torchvision.images(manager);
                NDArray logits = network.trainingLogits(images)) {
            // DJL takes ε and momentum as floats, so training agrees less closely.
            assertThat(logits.toDoubleArray()).containsExactly(torchvision.expected("training_logits"), within(1e-7));
            for (var tensor : network.state().entrySet()) {
                if (tensor.getKey().contains("running_")) {
                    assertThat(tensor.getValue().toDoubleArray())
                            .containsExactly(torchvision.expected("after." + tensor.getKey()), within(1e-6));
                }
            }
        }
    }

    private static double[] doubles(StoredTensor tensor) {
        double[] values = new double[Math.toIntExact(tensor.shape().size())];
        tensor.data().asDoubleBuffer().get(values);
        return values;
    }
}
