package org.dwastudio.nn.architecture;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
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
 * VGG of torchvision with batch norm and any base width: five stages of 3×3 convolutions, each followed by 2×2 max
 * pooling. With the ImageNet stem three fully connected layers follow, the inner ones 64 times as wide as the first
 * convolution. With the small stem a single layer, named {@code classifier}, takes the spatial mean of the last feature
 * maps, and pooling stops at a single pixel.
 */
final class Vgg extends Classifier {
    private static final List<Integer> STAGE_WIDTHS = List.of(1, 2, 4, 8, 8);
    private static final int INNER_WIDTH = 64;
    private static final int POOLED = 7;
    private static final double DROPOUT = 0.5;
    /** Convolution, batch norm, ReLU. */
    private static final int UNIT_MEMBERS = 3;

    private final boolean small;
    private final Chain features = new Chain();
    private final Linear last;

    /**
     * Builds the network.
     *
     * @param depths number of convolutions of each stage
     */
    Vgg(NetworkConfig config, Scope scope, List<Integer> depths) {
        small = config.stem() == Stem.SMALL;
        int channels = appendStages(config, scope.child("features"), depths);
        Scope classifier = scope.child("classifier");
        if (small) {
            features.append(StatelessBlock.globalAverage());
            last = linear(classifier, channels, config.classes());
        } else {
            int inner = config.width() * INNER_WIDTH;
            features.append(StatelessBlock.adaptiveAveragePool(POOLED))
                    .append(StatelessBlock.flatten())
                    .append(linear(classifier.child("0"), channels * POOLED * POOLED, inner))
                    .append(StatelessBlock.relu())
                    .append(StatelessBlock.dropout(DROPOUT))
                    .append(linear(classifier.child("3"), inner, inner))
                    .append(StatelessBlock.relu());
            last = linear(classifier.child("6"), inner, config.classes());
        }
        addChildBlock("features", features);
        addChildBlock("classifier", last);
    }

    /** Appends all stages and returns the number of output channels. */
    private int appendStages(NetworkConfig config, Scope scope, List<Integer> depths) {
        int channels = config.channels();
        int position = 0;
        for (int stage = 0; stage < depths.size(); stage++) {
            int outputs = config.width() * STAGE_WIDTHS.get(stage);
            for (int k = 0; k < depths.get(stage); k++) {
                features.append(unit(UnitNames.in(scope, position), ConvolutionSpec.of(channels, outputs, 3, 1)));
                channels = outputs;
                position += UNIT_MEMBERS;
            }
            features.append(StatelessBlock.halve());
            position++;
        }
        return channels;
    }

    private static ConvolutionUnit unit(UnitNames names, ConvolutionSpec spec) {
        Distribution fresh = Distribution.kaimingFanOut(spec);
        return new ConvolutionUnit(names, spec, fresh, new Distribution.Constant(0), Nonlinearity.RELU);
    }

    private static Linear linear(Scope scope, int inputs, int outputs) {
        return new Linear(scope, inputs, outputs, new Distribution.Normal(0.01), new Distribution.Constant(0));
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
        return small ? 0 : DROPOUT;
    }
}
