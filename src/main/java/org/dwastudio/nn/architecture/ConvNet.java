package org.dwastudio.nn.architecture;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.nn.layer.ConvolutionSpec;
import org.dwastudio.nn.layer.Distribution;
import org.dwastudio.nn.layer.Linear;
import org.dwastudio.nn.layer.NetworkBlock;
import org.dwastudio.nn.layer.Pass;
import org.dwastudio.nn.layer.Scope;

/**
 * ConvNet of the dataset-distillation literature: several blocks of (3×3 convolution, norm, ReLU, 2×2 average pooling),
 * then one fully connected layer on the flattened features.
 */
final class ConvNet extends Classifier {
    private static final int POOL = 2;

    private final List<NetworkBlock> units = new ArrayList<>();
    private final Linear fc;

    ConvNet(NetworkConfig config, Scope scope, int depth, ConvNetNorm norm) {
        int width = config.width();
        int inputs = config.channels();
        for (int k = 1; k <= depth; k++) {
            ConvolutionSpec spec = ConvolutionSpec.of(inputs, width, 3, 1);
            Distribution fresh = Distribution.uniformFanIn(spec.fanIn());
            units.add(addChildBlock("unit" + k, norm.unit(scope, k, spec, fresh)));
            inputs = width;
        }
        int side = config.imageSize() >> depth;
        fc = addChildBlock("fc", new Linear(scope.child("fc"), width * side * side, config.classes()));
    }

    @Override
    public NDArray features(NDArray images, Pass pass) {
        NDArray current = images;
        for (NetworkBlock unit : units) {
            NDArray activated = unit.forward(current, pass);
            if (current != images) {
                current.close();
            }
            try (activated) {
                current = pass.operators().averagePool(activated, POOL);
            }
        }
        try (NDArray pooled = current) {
            return pass.operators().flatten(pooled);
        }
    }

    @Override
    public Linear head() {
        return fc;
    }
}
