package org.dwastudio.nn.architecture;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.nn.block.ShuffleReduction;
import org.dwastudio.nn.block.ShuffleUnit;
import org.dwastudio.nn.layer.Chain;
import org.dwastudio.nn.layer.ConvolutionSpec;
import org.dwastudio.nn.layer.ConvolutionUnit;
import org.dwastudio.nn.layer.Distribution;
import org.dwastudio.nn.layer.Linear;
import org.dwastudio.nn.layer.Pass;
import org.dwastudio.nn.layer.Scope;
import org.dwastudio.nn.layer.UnitNames;
import org.dwastudio.nn.operator.Nonlinearity;

/**
 * ShuffleNetV2 of torchvision. Its width is that of the first convolution, 24 in the published network; all other
 * channels grow with it, those of the stages rounded to even numbers. The small stem omits the stride of the first
 * convolution and the max pooling; the tensors are the same.
 */
final class ShuffleNetV2 extends Classifier {
    private static final double FULL_WIDTH = 24;
    private static final List<Integer> DEPTHS = List.of(4, 8, 4);
    private static final int LAST_CHANNELS = 1024;

    private final Stem stem;
    private final ConvolutionUnit entry;
    private final List<Chain> stages = new ArrayList<>();
    private final ConvolutionUnit exit;
    private final Linear fc;

    /**
     * Builds the network.
     *
     * @param stageChannels output channels of the published network's three stages
     */
    ShuffleNetV2(NetworkConfig config, Scope scope, List<Integer> stageChannels) {
        stem = config.stem();
        double factor = config.width() / FULL_WIDTH;
        int channels = config.width();
        entry = unit(
                scope.child("conv1"), ConvolutionSpec.of(config.channels(), channels, 3, stem == Stem.SMALL ? 1 : 2));
        addChildBlock("conv1", entry);
        for (int s = 0; s < DEPTHS.size(); s++) {
            String name = "stage" + (s + 2);
            int outputs = 2 * atLeastOne(stageChannels.get(s) * factor / 2);
            stages.add(addChildBlock(name, stage(scope.child(name), channels, outputs, DEPTHS.get(s))));
            channels = outputs;
        }
        int wide = atLeastOne(LAST_CHANNELS * factor);
        exit = addChildBlock("conv5", unit(scope.child("conv5"), ConvolutionSpec.pointwise(channels, wide)));
        fc = addChildBlock("fc", new Linear(scope.child("fc"), wide, config.classes()));
    }

    private static int atLeastOne(double channels) {
        return Math.toIntExact(Math.max(1, Math.round(channels)));
    }

    private static Chain stage(Scope scope, int inputs, int outputs, int depth) {
        Chain stage = new Chain().append(new ShuffleReduction(scope.child("0"), inputs, outputs));
        for (int i = 1; i < depth; i++) {
            stage.append(new ShuffleUnit(scope.child(Integer.toString(i)), outputs));
        }
        return stage;
    }

    private static ConvolutionUnit unit(Scope scope, ConvolutionSpec spec) {
        return new ConvolutionUnit(
                UnitNames.in(scope), spec, Distribution.uniformFanIn(spec.fanIn()), Nonlinearity.RELU);
    }

    @Override
    public NDArray features(NDArray images, Pass pass) {
        NDArray current = enter(images, pass);
        for (Chain stage : stages) {
            try (NDArray previous = current) {
                current = stage.forward(previous, pass);
            }
        }
        try (NDArray left = current;
                NDArray wide = exit.forward(left, pass)) {
            return pass.operators().globalAverage(wide);
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
