package org.dwastudio.nn.architecture;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.nn.block.MobileConvolution;
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
 * EfficientNet-B0 of torchvision. Its width is that of the first convolution, 32 in the published network. The small
 * stem omits the stride of the first convolution; the tensors are the same.
 */
final class EfficientNet extends Classifier {
    private static final double DROPOUT = 0.2;
    private static final double STOCHASTIC_DEPTH = 0.2;
    private static final double FULL_WIDTH = 32;
    private static final int LAST_EXPANSION = 4;
    private static final List<Stage> STAGES = List.of(
            new Stage(1, 3, 1, 16, 1),
            new Stage(6, 3, 2, 24, 2),
            new Stage(6, 5, 2, 40, 2),
            new Stage(6, 3, 2, 80, 3),
            new Stage(6, 5, 1, 112, 3),
            new Stage(6, 5, 2, 192, 4),
            new Stage(6, 3, 1, 320, 1));

    private final Chain features = new Chain();
    private final Linear last;

    /** Blocks of one width; the stride applies to the first block. */
    private record Stage(int expansion, int kernel, int stride, int channels, int blocks) {}

    EfficientNet(NetworkConfig config, Scope scope) {
        WidthMultiplier width = new WidthMultiplier(config.width() / FULL_WIDTH);
        Scope sequence = scope.child("features");
        int channels = width.of((int) FULL_WIDTH);
        int stride = config.stem() == Stem.SMALL ? 1 : 2;
        features.append(unit(sequence.child("0"), ConvolutionSpec.of(config.channels(), channels, 3, stride)));
        int blocks = STAGES.stream().mapToInt(Stage::blocks).sum();
        int built = 0;
        for (int s = 0; s < STAGES.size(); s++) {
            Stage stage = STAGES.get(s);
            Scope place = sequence.child(Integer.toString(s + 1));
            int outputs = width.of(stage.channels());
            for (int i = 0; i < stage.blocks(); i++) {
                features.append(new MobileConvolution(
                        place.child(Integer.toString(i)),
                        channels,
                        outputs,
                        stage.expansion(),
                        stage.kernel(),
                        i == 0 ? stage.stride() : 1,
                        STOCHASTIC_DEPTH * built / blocks));
                channels = outputs;
                built++;
            }
        }
        int wide = LAST_EXPANSION * channels;
        String end = Integer.toString(STAGES.size() + 1);
        features.append(unit(sequence.child(end), ConvolutionSpec.pointwise(channels, wide)))
                .append(StatelessBlock.globalAverage());
        addChildBlock("features", features);
        last = addChildBlock(
                "classifier",
                new Linear(
                        scope.child("classifier").child("1"),
                        wide,
                        config.classes(),
                        new Distribution.Uniform(1 / Math.sqrt(config.classes())),
                        new Distribution.Constant(0)));
    }

    private static ConvolutionUnit unit(Scope scope, ConvolutionSpec spec) {
        return new ConvolutionUnit(UnitNames.in(scope), spec, Distribution.kaimingFanOut(spec), Nonlinearity.SILU);
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
