package org.dwastudio.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dwastudio.nn.operator.ChannelStatistics;
import org.dwastudio.nn.torch.TorchEngine;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.file.TensorFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Comparison with the losses of the published implementation's first iteration, from its adjusted weights. */
class NetworkParityTest {

    @ParameterizedTest
    @ValueSource(strings = {"convnet-w16-plain", "convnet-w16", "resnet18-w8"})
    void adjustedTeacherGivesTheLossesOfTheFirstIteration(String name) throws WeightsException {
        NetworkParityCase parity = NetworkParityCase.named(name);
        try (NDManager manager = TorchEngine.load().newManager();
                Network network = parity.teacher(manager, DataType.FLOAT64)) {
            Map<String, NDArray> adjusted = new HashMap<>();
            TensorFile file = parity.file("adjusted");
            for (Map.Entry<String, StoredTensor> entry : file.tensors().entrySet()) {
                if (network.state().containsKey(entry.getKey())) {
                    adjusted.put(entry.getKey(), entry.getValue().toNDArray(manager));
                }
            }
            assertThat(adjusted.keySet()).containsAll(network.parameters().keySet());
            network.assign(adjusted);

            TappedLogits tapped = network.tapped(parity.images(manager, DataType.FLOAT64));

            double[] trace =
                    parity.file("expected").tensor("trace").toNDArray(manager).toDoubleArray();
            assertThat(crossEntropy(tapped.logits(), parity.labels(manager))).isCloseTo(trace[1], within(1e-10));
            assertThat(batchNormLoss(parity, network, tapped)).isCloseTo(trace[2], within(1e-9));
        }
    }

    private static double crossEntropy(NDArray logits, long[] labels) {
        double[] logProbabilities = logits.logSoftmax(1).toDoubleArray();
        int classes = logProbabilities.length / labels.length;
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            sum -= logProbabilities[i * classes + (int) labels[i]];
        }
        return sum / labels.length;
    }

    private static double batchNormLoss(NetworkParityCase parity, Network network, TappedLogits tapped) {
        List<ChannelStatistics> running = network.runningStatistics();
        double loss = 0;
        for (int layer = 0; layer < running.size(); layer++) {
            ChannelStatistics batch = tapped.statistics().get(layer);
            double variance = distance(batch.variance(), running.get(layer).variance());
            double mean = distance(batch.mean(), running.get(layer).mean());
            double multiplier = layer == 0 ? parity.setting("firstLayerMultiplier") : 1;
            loss += multiplier * (parity.setting("varianceWeight") * variance + mean);
        }
        return loss;
    }

    private static double distance(NDArray first, NDArray second) {
        double[] a = first.toDoubleArray();
        double[] b = second.toDoubleArray();
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }
}
