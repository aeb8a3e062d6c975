package org.dwastudio.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import java.util.ArrayList;
import java.util.List;
import org.dwastudio.config.NetworkConfig;
import org.dwastudio.config.NetworkConfig.Stem;

/** torchvision's ResNet with any base width, and a stem for small images. */
final class ResNet extends Classifier {
    private final Stem stem;
    private final ConvolutionUnit entry;
    private final List<ResidualStage> stages = new ArrayList<>();
    private final Linear fc;

    ResNet(NetworkConfig config, Scope scope, ResidualKind kind, List<Integer> blocks) {
        stem = config.stem();
        int width = config.width();
        int kernel = stem == Stem.IMAGENET ? 7 : 3;
        int stride = stem == Stem.IMAGENET ? 2 : 1;
        Distribution fresh = Distribution.kaimingFanOut(width, kernel);
        entry = new ConvolutionUnit(
                addChildBlock(
                        "conv1",
                        new Convolution(scope.child("conv1"), config.channels(), width, kernel, stride, fresh)),
                addChildBlock("bn1", new BatchNorm(scope.child("bn1"), width)));
        int inputs = width;
        for (int i = 0; i < blocks.size(); i++) {
            String name = "layer" + (i + 1);
            ResidualStage stage =
                    new ResidualStage(scope.child(name), kind, inputs, width << i, blocks.get(i), i == 0 ? 1 : 2);
            stages.add(addChildBlock(name, stage));
            inputs = (width << i) * kind.expansion();
        }
        fc = addChildBlock("fc", new Linear(scope.child("fc"), inputs, config.classes()));
    }

    @Override
    NDArray features(NDArray images, Pass pass) {
        NDArray current = enter(images, pass);
        for (ResidualStage stage : stages) {
            try (NDArray previous = current) {
                current = stage.forward(previous, pass);
            }
        }
        try (NDArray last = current) {
            return averageOverPixels(last);
        }
    }

    private NDArray enter(NDArray images, Pass pass) {
        NDArray activated = entry.relu(images, pass);
        if (stem == Stem.SMALL) {
            return activated;
        }
        try (activated) {
            return Pool.maxPool2d(activated, new Shape(3, 3), new Shape(2, 2), new Shape(1, 1), false);
        }
    }

    private static NDArray averageOverPixels(NDArray activations) {
        double pixels =
                (double) activations.getShape().get(2) * activations.getShape().get(3);
        try (NDArray sum = activations.sum(new int[] {2, 3})) {
            return sum.div(pixels);
        }
    }

    @Override
    Linear head() {
        return fc;
    }
}
