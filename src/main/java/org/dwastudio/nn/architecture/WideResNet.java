package org.dwastudio.nn.architecture;

import ai.djl.ndarray.NDArray;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.nn.block.PreactivationBlock;
import org.dwastudio.nn.layer.Chain;
import org.dwastudio.nn.layer.Convolution;
import org.dwastudio.nn.layer.ConvolutionSpec;
import org.dwastudio.nn.layer.Distribution;
import org.dwastudio.nn.layer.Linear;
import org.dwastudio.nn.layer.NormUnit;
import org.dwastudio.nn.layer.Pass;
import org.dwastudio.nn.layer.Scope;
import org.dwastudio.nn.layer.StatelessBlock;

/**
 * Wide ResNet of Zagoruyko and Komodakis without dropout: three stages of pre-activation blocks whose widths double. Its
 * width is that of the first stage, 16 · k for the published WRN-d-k; the first convolution always has 16 outputs. Tensors
 * have the names of the widespread PyTorch code.
 */
final class WideResNet extends Classifier {
    private static final int STAGES = 3;
    private static final int FIRST = 16;

    private final Chain features = new Chain();
    private final Linear last;

    /**
     * Builds the network.
     *
     * @param blocks number of blocks of each stage; the depth in the name is six times that, plus four
     */
    WideResNet(NetworkConfig config, Scope scope, int blocks) {
        ConvolutionSpec first = ConvolutionSpec.of(config.channels(), FIRST, 3, 1);
        features.append(new Convolution(scope.child("conv1"), first, Distribution.kaimingFanOut(first)));
        int inputs = FIRST;
        for (int stage = 0; stage < STAGES; stage++) {
            int width = config.width() << stage;
            Scope place = scope.child("block" + (stage + 1)).child("layer");
            for (int i = 0; i < blocks; i++) {
                features.append(new PreactivationBlock(
                        place.child(Integer.toString(i)), inputs, width, i == 0 && stage > 0 ? 2 : 1));
                inputs = width;
            }
        }
        features.append(new NormUnit(scope.child("bn1"), inputs)).append(StatelessBlock.globalAverage());
        addChildBlock("features", features);
        last = addChildBlock(
                "fc",
                new Linear(
                        scope.child("fc"),
                        inputs,
                        config.classes(),
                        Distribution.uniformFanIn(inputs),
                        new Distribution.Constant(0)));
    }

    @Override
    public NDArray features(NDArray images, Pass pass) {
        return features.forward(images, pass);
    }

    @Override
    public Linear head() {
        return last;
    }
}
