package org.dwastudio.nn.architecture;

import ai.djl.ndarray.NDArray;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.nn.block.ResidualBlock;
import org.dwastudio.nn.block.ResidualKind;
import org.dwastudio.nn.block.ResidualShortcut;
import org.dwastudio.nn.layer.Chain;
import org.dwastudio.nn.layer.ConvolutionSpec;
import org.dwastudio.nn.layer.ConvolutionUnit;
import org.dwastudio.nn.layer.Distribution;
import org.dwastudio.nn.layer.Linear;
import org.dwastudio.nn.layer.Pass;
import org.dwastudio.nn.layer.Scope;
import org.dwastudio.nn.layer.StatelessBlock;
import org.dwastudio.nn.layer.UnitNames;
import org.dwastudio.nn.operator.Nonlinearity;

/**
 * ResNet of He et al. for CIFAR: three stages of basic blocks whose widths double, 16, 32 and 64 channels in the
 * published networks. Tensors have the names of the widespread PyTorch repository with weights of these networks.
 */
final class CifarResNet extends Classifier {
    private static final int STAGES = 3;

    private final Chain features = new Chain();
    private final Linear last;

    /**
     * Builds the network.
     *
     * @param blocks number of blocks of each stage; the depth in the name is six times that, plus two
     */
    CifarResNet(NetworkConfig config, Scope scope, int blocks, ResidualShortcut shortcut) {
        ConvolutionSpec first = ConvolutionSpec.of(config.channels(), config.width(), 3, 1);
        features.append(new ConvolutionUnit(
                UnitNames.in(scope, "conv1", "bn1"), first, Distribution.kaimingFanOut(first), Nonlinearity.RELU));
        int inputs = config.width();
        for (int stage = 0; stage < STAGES; stage++) {
            int width = config.width() << stage;
            Scope place = scope.child("layer" + (stage + 1));
            for (int i = 0; i < blocks; i++) {
                features.append(new ResidualBlock(
                        place.child(Integer.toString(i)),
                        ResidualKind.BASIC,
                        shortcut,
                        inputs,
                        width,
                        i == 0 && stage > 0 ? 2 : 1));
                inputs = width;
            }
        }
        addChildBlock("features", features.append(StatelessBlock.globalAverage()));
        last = addChildBlock("linear", new Linear(scope.child("linear"), inputs, config.classes()));
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
