package org.dwastudio.nn.architecture;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.nn.block.InvertedResidual;
import org.dwastudio.nn.block.WidthMultiplier;
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
 * MobileNetV2 of torchvision. Its width is that of the first convolution, 32 in the published network. The small stem
 * omits the strides of the first convolution and of the second stage, as is common for images of 32 pixels; the tensors
 * are the same.
 */
final class MobileNetV2 extends Classifier {
    private static final double DROPOUT = 0.2;
    private static final double FULL_WIDTH = 32;
    private static final int LAST_CHANNELS = 1280;
    private static final List<Stage> STAGES = List.of(
            new Stage(1, 16, 1, 1),
            new Stage(6, 24, 2, 2),
            new Stage(6, 32, 3, 2),
            new Stage(6, 64, 4, 2),
            new Stage(6, 96, 3, 1),
            new Stage(6, 160, 3, 2),
            new Stage(6, 320, 1, 1));
    private static final int SECOND = 1;

    private final Chain features = new Chain();
    private final Linear last;

    /** Blocks of one width; the stride applies to the first block. */
    private record Stage(int expansion, int channels, int blocks, int stride) {}

    MobileNetV2(NetworkConfig config, Scope scope) {
        boolean small = config.stem() == Stem.SMALL;
        WidthMultiplier width = new WidthMultiplier(config.width() / FULL_WIDTH);
        Scope sequence = scope.child("features");
        int channels = width.of((int) FULL_WIDTH);
        int position = 0;
        features.append(unit(sequence.child("0"), ConvolutionSpec.of(config.channels(), channels, 3, small ? 1 : 2)));
        for (int s = 0; s < STAGES.size(); s++) {
            Stage stage = STAGES.get(s);
            for (int i = 0; i < stage.blocks(); i++) {
                position++;
                int stride = i > 0 || (small && s == SECOND) ? 1 : stage.stride();
                int outputs = width.of(stage.channels());
                Scope block = sequence.child(Integer.toString(position));
                features.append(new InvertedResidual(block, channels, outputs, stage.expansion(), stride));
                channels = outputs;
            }
        }
        int wide = WidthMultiplier.rounded(LAST_CHANNELS * Math.max(1, width.factor()));
        features.append(unit(sequence.child(Integer.toString(position + 1)), ConvolutionSpec.pointwise(channels, wide)))
                .append(StatelessBlock.globalAverage());
        addChildBlock("features", features);
        last = addChildBlock(
                "classifier",
                new Linear(
                        scope.child("classifier").child("1"),
                        wide,
                        config.classes(),
                        new Distribution.Normal(0.01),
                        new Distribution.Constant(0)));
    }

    private static ConvolutionUnit unit(Scope scope, ConvolutionSpec spec) {
        return new ConvolutionUnit(UnitNames.in(scope), spec, Distribution.kaimingFanOut(spec), Nonlinearity.RELU6);
    }

    @Override
    public NDArray features(NDArray images, Pass pass) {
        return features.forward(images, pass);
    }

    @Override
    public Linear head() {
        return last;
    }

    @Override
    double dropout() {
        return DROPOUT;
    }
}
