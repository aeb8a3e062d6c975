package org.dwastudio.nn.architecture;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.nn.block.ResidualBlock;
import org.dwastudio.nn.block.ResidualKind;
import org.dwastudio.nn.layer.Chain;
import org.dwastudio.nn.layer.ConvolutionSpec;
import org.dwastudio.nn.layer.ConvolutionUnit;
import org.dwastudio.nn.layer.Distribution;
import org.dwastudio.nn.layer.Linear;
import org.dwastudio.nn.layer.Pass;
import org.dwastudio.nn.layer.Scope;
import org.dwastudio.nn.layer.UnitNames;
import org.dwastudio.nn.operator.Nonlinearity;

/** ResNet of torchvision with any base width, and a stem for small images. */
final class ResNet extends Classifier {
    private final Stem stem;
    private final ConvolutionUnit entry;
    private final List<Chain> stages = new ArrayList<>();
    private final Linear fc;

    ResNet(NetworkConfig config, Scope scope, ResidualKind kind, List<Integer> blocks) {
        stem = config.stem();
        int width = config.width();
        ConvolutionSpec first = stem == Stem.IMAGENET
                ? ConvolutionSpec.of(config.channels(), width, 7, 2)
                : ConvolutionSpec.of(config.channels(), width, 3, 1);
        entry = addChildBlock(
                "entry",
                new ConvolutionUnit(
                        UnitNames.in(scope, "conv1", "bn1"),
                        first,
                        Distribution.kaimingFanOut(first),
                        Nonlinearity.RELU));
        int inputs = width;
        for (int i = 0; i < blocks.size(); i++) {
            String name = "layer" + (i + 1);
            Chain stage = stage(scope.child(name), kind, inputs, width << i, blocks.get(i), i == 0 ? 1 : 2);
            stages.add(addChildBlock(name, stage));
            inputs = (width << i) * kind.expansion();
        }
        fc = addChildBlock("fc", new Linear(scope.child("fc"), inputs, config.classes()));
    }

    /** Builds blocks of one width; only the first may change the shape. */
    private static Chain stage(Scope scope, ResidualKind kind, int inputs, int width, int count, int stride) {
        Chain stage = new Chain();
        for (int i = 0; i < count; i++) {
            int channels = i == 0 ? inputs : width * kind.expansion();
            stage.append(
                    new ResidualBlock(scope.child(Integer.toString(i)), kind, channels, width, i == 0 ? stride : 1));
        }
        return stage;
    }

    @Override
    public NDArray features(NDArray images, Pass pass) {
        NDArray current = enter(images, pass);
        for (Chain stage : stages) {
            try (NDArray previous = current) {
                current = stage.forward(previous, pass);
            }
        }
        try (NDArray last = current) {
            return pass.operators().globalAverage(last);
        }
    }

    private NDArray enter(NDArray images, Pass pass) {
        NDArray activated = entry.forward(images, pass);
        if (stem == Stem.SMALL) {
            return activated;
        }
        try (activated) {
            return pass.operators().maxPool(activated, 3, 2, 1);
        }
    }

    @Override
    public Linear head() {
        return fc;
    }
}
