package org.dwastudio.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.dwastudio.nn.LayerWeight;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.TappedLogits;
import org.dwastudio.nn.operator.ChannelStatistics;
import org.dwastudio.nn.operator.EngineScalar;
import org.dwastudio.nn.torch.Autograd;
import org.dwastudio.stage.synthesis.augmentation.LinearAugmentation;
import org.dwastudio.stage.synthesis.step.PixelAdam;

/** The pixel step as the published code makes it: by autograd, the gradients of the weights computed and thrown away. */
final class PublishedStep {
    private final Network network;
    private final NDArray images;
    private final NDArray labels;
    private final List<LayerWeight> weights;
    private final PixelAdam adam;

    PublishedStep(Network network, NDArray images, NDArray labels, List<LayerWeight> weights, PixelAdam adam) {
        this.network = network;
        this.images = images;
        this.labels = labels;
        this.weights = weights;
        this.adam = adam;
    }

    void make(LinearAugmentation augmentation, double learningRate) {
        network.trackGradients(true);
        try (NDManager scope = images.getManager().newSubManager()) {
            NDArray pixels = images.duplicate();
            pixels.attach(scope);
            pixels.setRequiresGradient(true);
            try (Autograd autograd = Autograd.begin()) {
                autograd.backward(loss(augmentation.of(pixels)));
            }
            NDArray gradient = pixels.getGradient();
            gradient.attach(scope);
            adam.step(images, gradient, learningRate);
        }
    }

    private NDArray loss(NDArray seen) {
        TappedLogits tapped = network.tapped(seen);
        NDArray index = labels.reshape(new Shape(labels.size(), 1));
        index.attach(seen.getManager());
        NDArray loss = tapped.logits().logSoftmax(1).gather(index, 1).mean().neg();
        List<ChannelStatistics> running = network.runningStatistics();
        for (int layer = 0; layer < weights.size(); layer++) {
            ChannelStatistics batch = tapped.statistics().get(layer);
            NDArray mean = batch.mean().sub(running.get(layer).mean()).norm();
            NDArray variance =
                    batch.variance().sub(running.get(layer).variance()).norm();
            loss = loss.add(mean.mul(EngineScalar.of(seen, weights.get(layer).mean())))
                    .add(variance.mul(EngineScalar.of(seen, weights.get(layer).variance())));
        }
        return loss;
    }
}
