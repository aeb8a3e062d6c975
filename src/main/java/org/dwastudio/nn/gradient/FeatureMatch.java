package org.dwastudio.nn.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.IValue;
import java.util.List;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.gradient.FrozenNetwork.Arithmetic;
import org.dwastudio.nn.layer.Pass;
import org.dwastudio.nn.operator.EngineScalar;
import org.dwastudio.nn.operator.Operators;

/**
 * Comparison of images by their mean penultimate features under a ConvNet with instance norms: the squared distance
 * between the mean features of two sets of images, and its gradient with respect to one of them. Images are processed in
 * slices that fit into the processor's cache, or into memory where a gradient is computed.
 */
public final class FeatureMatch implements AutoCloseable {
    /** Pixels per image channel of a slice that needs no gradient. */
    private static final long PIXELS_OF_A_PASS = 1 << 14;
    /** Pixels per image channel of a slice that needs a gradient. */
    private static final long PIXELS_OF_A_TAPE = 1 << 18;

    private final Network network;
    private final PixelOperators operators;
    private final NDManager manager;
    private final FrozenWeights weights;
    private final long pixelsOfATape;

    /**
     * Squared distance ‖mean φ(images) − target‖².
     *
     * @param value the distance
     * @param gradient its gradient with respect to the images, [N, C, H, W]
     */
    public record Distance(double value, NDArray gradient) {}

    /**
     * Creates a comparison.
     *
     * @param network ConvNet with instance norms; not modified and not closed
     * @param parent parent of the manager that is opened for this object
     */
    public FeatureMatch(Network network, PixelOperators operators, NDManager parent) {
        this(network, operators, parent, PIXELS_OF_A_TAPE);
    }

    /** Creates a comparison with a given limit on the pixels of a slice that needs a gradient. */
    FeatureMatch(Network network, PixelOperators operators, NDManager parent, long pixelsOfATape) {
        this.network = network;
        this.operators = operators;
        this.pixelsOfATape = pixelsOfATape;
        manager = parent.newSubManager();
        weights = new FrozenWeights(manager, operators, Arithmetic.FULL, List.of());
    }

    /** Returns the maximum number of images of the given side length whose gradient is computed together. */
    public static long imagesTogether(long imageSize) {
        return together(imageSize, PIXELS_OF_A_TAPE);
    }

    /** Returns the maximum number of images of the given side length that pass the network together. */
    public static long imagesOfAPass(long imageSize) {
        return together(imageSize, PIXELS_OF_A_PASS);
    }

    /**
     * Returns the mean features [F] of images; they belong to the manager of the images.
     *
     * @param images [N, C, H, W], normalized, in the network's data type
     */
    public NDArray mean(NDArray images) {
        long count = images.getShape().get(0);
        long together = imagesOfAPass(images.getShape().get(2));
        NDManager owner = images.getManager();
        try (NDManager scope = owner.newSubManager()) {
            NDArray sum = scope.zeros(new Shape(1), images.getDataType());
            for (long from = 0; from < count; from += together) {
                try (NDManager slice = scope.newSubManager()) {
                    NDArray some = channelsLast(images, from, Math.min(count, from + together), slice);
                    NDArray added = sum.add(features(some, slice, new FeatureOperators(slice, operators))
                            .sum(new int[] {0}));
                    added.attach(scope);
                    sum = added;
                }
            }
            NDArray mean = EngineScalar.divide(sum, (double) count);
            mean.attach(owner);
            return mean;
        }
    }

    /**
     * Returns the squared distance between the mean features of images and a target.
     *
     * @param images [N, C, H, W], normalized, in the network's data type
     * @param target [F]
     * @return distance with a gradient that belongs to the manager of the images
     */
    public Distance distance(NDArray images, NDArray target) {
        long count = images.getShape().get(0);
        return count <= together(images.getShape().get(2), pixelsOfATape)
                ? atOnce(images, target)
                : inSlices(images, target);
    }

    private Distance atOnce(NDArray images, NDArray target) {
        NDManager owner = images.getManager();
        long count = images.getShape().get(0);
        try (NDManager scope = owner.newSubManager();
                IValue state = operators.opaque("begin", 0)) {
            NDArray seen = channelsLast(images, 0, count, scope);
            TapedOperators tape = new TapedOperators(seen, scope, operators, weights, state);
            NDArray features = features(seen, scope, tape);
            NDArray gap = features.mean(new int[] {0}).sub(target);
            gap.attach(scope);
            NDArray gradient = backward(tape, features, gap, count);
            gradient.attach(owner);
            return new Distance(squaredLength(gap), gradient);
        }
    }

    /** The mean needs a pass of its own, because its gradient depends on all images. */
    private Distance inSlices(NDArray images, NDArray target) {
        NDManager owner = images.getManager();
        long count = images.getShape().get(0);
        long together = together(images.getShape().get(2), pixelsOfATape);
        NDArray gradient = owner.zeros(images.getShape(), images.getDataType());
        try (NDManager scope = owner.newSubManager()) {
            NDArray mean = mean(images);
            mean.attach(scope);
            NDArray gap = mean.sub(target);
            gap.attach(scope);
            for (long from = 0; from < count; from += together) {
                long to = Math.min(count, from + together);
                try (NDManager slice = scope.newSubManager();
                        IValue state = operators.opaque("begin", 0)) {
                    NDArray seen = channelsLast(images, from, to, slice);
                    TapedOperators tape = new TapedOperators(seen, slice, operators, weights, state);
                    NDArray part = backward(tape, features(seen, slice, tape), gap, count);
                    gradient.set(new NDIndex("{}:{}", from, to), part);
                }
            }
            return new Distance(squaredLength(gap), gradient);
        }
    }

    /** Returns the gradient of the images: that of every row of features is 2 · gap / count. */
    private static NDArray backward(TapedOperators tape, NDArray features, NDArray gap, long count) {
        try (NDArray row = EngineScalar.multiply(gap, 2.0 / count);
                NDArray rows = row.broadcast(features.getShape())) {
            return tape.backward(features, rows.duplicate()).duplicate();
        }
    }

    private static double squaredLength(NDArray gap) {
        try (NDArray exact = gap.toType(DataType.FLOAT64, true);
                NDArray square = exact.square();
                NDArray sum = square.sum()) {
            return sum.getDouble();
        }
    }

    private NDArray features(NDArray seen, NDManager scope, Operators with) {
        NDArray features = network.features(seen, Pass.inference(with));
        features.attach(scope);
        return features;
    }

    private NDArray channelsLast(NDArray images, long from, long to, NDManager scope) {
        try (NDArray some = images.get(new NDIndex("{}:{}", from, to))) {
            return operators.one(scope, "channels_last", some);
        }
    }

    private static long together(long imageSize, long pixels) {
        return Math.max(1, pixels / (imageSize * imageSize));
    }

    @Override
    public void close() {
        weights.close();
        manager.close();
    }
}
