package org.dwastudio.stage.synthesis.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.nn.gradient.FeatureMatch;
import org.dwastudio.stage.synthesis.augmentation.CyclicShift;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.file.TensorFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Comparison of a step of distribution matching with PyTorch's autograd; matching_cases.py next to the data created it. */
class MatchingParityTest {
    private static final MatchingAugmentation AUGMENTATION =
            new MatchingAugmentation(new CyclicShift(-3, 2), true, 1.21, -0.17);

    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    @Test
    void lossAndPixelGradientAreThoseOfAutograd() throws WeightsException {
        TensorFile expected = TensorFile.read(Path.of("src/test/resources/matching/matching.npz"));
        NDArray real = tensor(expected, "real");
        NDArray synthetic = tensor(expected, "synthetic");
        NDArray gradient = tensor(expected, "gradient");
        double loss = 0;
        try (Network network = network(expected);
                FeatureMatch match = new FeatureMatch(network, tensors.operators(), tensors.manager())) {
            for (int label = 0; label < real.getShape().get(0); label++) {
                NDArray target = match.mean(AUGMENTATION.of(real.get(label)));

                FeatureMatch.Distance distance = match.distance(AUGMENTATION.of(synthetic.get(label)), target);

                loss += distance.value();
                assertThat(AUGMENTATION.pullBack(distance.gradient()).toDoubleArray())
                        .containsExactly(gradient.get(label).duplicate().toDoubleArray(), within(1e-10));
            }
        }
        double wanted = tensor(expected, "loss").toDoubleArray()[0];
        assertThat(wanted).isGreaterThan(1);
        assertThat(loss).isCloseTo(wanted, within(1e-8));
    }

    private Network network(TensorFile expected) throws WeightsException {
        NetworkConfig config = new NetworkConfig("convnet3-instance", 6, NetworkConfig.Stem.SMALL, 3, 2, 16);
        Network network = new NetworkCatalog().build(config, tensors.manager(), DataType.FLOAT64, 0);
        Map<String, NDArray> weights = new HashMap<>();
        for (int k = 1; k <= 3; k++) {
            for (String name : new String[] {"conv" + k + ".weight", "norm" + k + ".weight", "norm" + k + ".bias"}) {
                weights.put(name, tensor(expected, name));
            }
        }
        network.assign(weights);
        return network;
    }

    private NDArray tensor(TensorFile expected, String name) throws WeightsException {
        return expected.tensor(name).toNDArray(tensors.manager());
    }
}
