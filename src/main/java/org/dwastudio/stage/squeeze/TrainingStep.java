package org.dwastudio.stage.squeeze;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.random.RandomGenerator;
import org.dwastudio.image.Normalization;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.torch.Autograd;
import org.dwastudio.train.SmoothedCrossEntropy;
import org.dwastudio.train.batch.TrainingBatch;
import org.dwastudio.train.optimizer.Optimizer;

/** One step of supervised training: forward, backward, update. */
final class TrainingStep {
    private final Network network;
    private final Normalization normalization;
    private final SmoothedCrossEntropy crossEntropy;
    private final Optimizer optimizer;
    private final NDManager manager;

    /**
     * Joins what a step needs.
     *
     * @param network its weights carry gradients whenever a step is made
     * @param manager parent of one manager a step, which is closed at its end
     */
    TrainingStep(
            Network network,
            Normalization normalization,
            SmoothedCrossEntropy crossEntropy,
            Optimizer optimizer,
            NDManager manager) {
        this.network = network;
        this.normalization = normalization;
        this.crossEntropy = crossEntropy;
        this.optimizer = optimizer;
        this.manager = manager;
    }

    /**
     * Makes one step.
     *
     * @param dropout draws what the network drops, where its architecture has dropout
     * @param tally counts loss and answers as they were before the update
     */
    void make(TrainingBatch batch, double learningRate, RandomGenerator dropout, EpochMetrics tally) {
        network.clearGradients();
        try (NDManager scope = manager.newSubManager()) {
            NDArray images = normalization.toTensor(scope, batch.images(), network.dataType());
            try (Autograd autograd = Autograd.begin()) {
                NDArray logits = network.trainingLogits(images, dropout);
                NDArray loss = crossEntropy.of(logits, batch.labels());
                autograd.backward(loss);
                tally.add(loss.toType(DataType.FLOAT64, false).getDouble(), logits, batch.labels());
            }
        }
        optimizer.step(learningRate);
    }
}
