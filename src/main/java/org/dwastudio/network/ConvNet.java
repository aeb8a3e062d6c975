package org.dwastudio.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import java.util.ArrayList;
import java.util.List;
import org.dwastudio.config.NetworkConfig;

/**
 * Some times (3×3 convolution, batch norm, ReLU, 2×2 average pooling), then one fully connected layer on the flattened
 * features.
 */
final class ConvNet extends Classifier {
    private static final Shape POOL = new Shape(2, 2);

    private final List<ConvolutionUnit> units = new ArrayList<>();
    private final Linear fc;

    ConvNet(NetworkConfig config, Scope scope, int depth) {
        int width = config.width();
        int inputs = config.channels();
        for (int k = 1; k <= depth; k++) {
            Distribution fresh = Distribution.uniformFanIn(inputs * 9);
            Convolution convolution = new Convolution(scope.child("conv" + k), inputs, width, 3, 1, fresh);
            BatchNorm norm = new BatchNorm(scope.child("bn" + k), width);
            addChildBlock("conv" + k, convolution);
            addChildBlock("bn" + k, norm);
            units.add(new ConvolutionUnit(convolution, norm));
            inputs = width;
        }
        int side = config.imageSize() >> depth;
        fc = addChildBlock("fc", new Linear(scope.child("fc"), width * side * side, config.classes()));
    }

    @Override
    NDArray features(NDArray images, Pass pass) {
        NDArray current = images;
        for (ConvolutionUnit unit : units) {
            NDArray activated = unit.relu(current, pass);
            if (current != images) {
                current.close();
            }
            try (activated) {
                current = Pool.avgPool2d(activated, POOL, POOL, new Shape(0, 0), false, true);
            }
        }
        try (NDArray pooled = current) {
            return pooled.reshape(pooled.getShape().get(0), -1);
        }
    }

    @Override
    Linear head() {
        return fc;
    }
}
