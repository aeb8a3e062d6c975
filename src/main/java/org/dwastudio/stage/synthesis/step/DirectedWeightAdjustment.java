package org.dwastudio.stage.synthesis.step;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.operator.EngineScalar;
import org.dwastudio.nn.torch.Autograd;

/**
 * Adjustment of the teacher's weights: moves a copy of the teacher by at most ρ so that the images of a batch become
 * harder for it (equation 8 of the paper): repeats K times θ ← θ + (ρ/K) · g / (‖g‖₂ + 1e-12) with g = ∇θ mean
 * cross-entropy, over all trainable weights together. Batch norm uses its running statistics, and the batch-norm loss
 * is not included.
 */
public final class DirectedWeightAdjustment {
    private static final double SMALLEST_NORM = 1e-12;
    /**
     * Maximum number of pixels per image channel that autograd processes together. Weight gradients need much more
     * memory than a pixel step with the same number of images; with this limit, only the pixel steps restrict the batch
     * size.
     */
    private static final long MOST_PIXELS = 1 << 18;

    private final long mostPixels;
    private final double rho;
    private final int ascentSteps;
    private final Adjustment.Direction direction;

    public DirectedWeightAdjustment(SynthesisConfig config) {
        this(config, MOST_PIXELS);
    }

    /** Creates an adjustment with a given limit on the pixels that autograd processes together. */
    DirectedWeightAdjustment(SynthesisConfig config, long mostPixels) {
        this.mostPixels = mostPixels;
        rho = config.adjustment().rho();
        ascentSteps = config.adjustment().ascentSteps();
        direction = config.adjustment().direction();
    }

    /**
     * Adjusts a copy of the teacher; the teacher itself is not modified.
     *
     * @param augmented first augmented images of the batch, [N, C, H, W]
     * @param labels [N], int64
     * @param random generator for the random control direction; unused with the gradient direction
     * @param manager owns the copy
     */
    public AdjustedTeacher adjust(
            Network teacher, NDArray augmented, NDArray labels, RandomGenerator random, NDManager manager) {
        Network adjusted = teacher.copy(manager);
        double before = crossEntropyOf(adjusted, augmented, labels);
        if (rho > 0) {
            switch (direction) {
                case GRADIENT -> ascend(adjusted, augmented, labels);
                case RANDOM -> moveAtRandom(adjusted, random, manager);
            }
        }
        return new AdjustedTeacher(
                adjusted, before, crossEntropyOf(adjusted, augmented, labels), distance(teacher, adjusted, manager));
    }

    private void ascend(Network network, NDArray augmented, NDArray labels) {
        for (int step = 0; step < ascentSteps; step++) {
            network.trackGradients(true);
            try (NDManager scope = augmented.getManager().newSubManager()) {
                collectGradients(network, augmented, labels);
                move(network, network.gradients(scope), rho / ascentSteps);
            }
        }
        network.trackGradients(false);
    }

    /** Returns the maximum number of images of the given side length that autograd processes together. */
    public static long imagesTogether(long imageSize) {
        return imagesTogether(imageSize, MOST_PIXELS);
    }

    private static long imagesTogether(long imageSize, long mostPixels) {
        return Math.max(1, mostPixels / (imageSize * imageSize));
    }

    /** Computes the gradients of the mean over all images; those of several slices accumulate in the weights. */
    private void collectGradients(Network network, NDArray augmented, NDArray labels) {
        long count = augmented.getShape().get(0);
        long together = imagesTogether(augmented.getShape().get(2), mostPixels);
        long slices = (count + together - 1) / together;
        for (long slice = 0; slice < slices; slice++) {
            NDIndex some = new NDIndex("{}:{}", slice * count / slices, (slice + 1) * count / slices);
            try (NDManager scope = augmented.getManager().newSubManager();
                    NDArray seen = augmented.get(some);
                    NDArray wanted = labels.get(some);
                    Autograd autograd = Autograd.begin()) {
                NDArray images = seen.duplicate();
                images.attach(scope);
                NDArray share =
                        EngineScalar.of(images, (double) images.getShape().get(0) / count);
                NDArray loss = crossEntropy(network, images, wanted);
                autograd.backward(slices == 1 ? loss : loss.mul(share.toType(loss.getDataType(), false)));
            }
        }
    }

    /** Moves along one random direction instead of K gradients, as a control of the same length. */
    private void moveAtRandom(Network network, RandomGenerator random, NDManager manager) {
        try (NDManager scope = manager.newSubManager()) {
            Map<String, NDArray> drawn = new LinkedHashMap<>();
            network.parameters().forEach((name, weight) -> {
                double[] values = new double[Math.toIntExact(weight.size())];
                for (int i = 0; i < values.length; i++) {
                    values[i] = random.nextGaussian();
                }
                drawn.put(name, scope.create(values, weight.getShape()).toType(weight.getDataType(), false));
            });
            move(network, drawn, rho);
        }
    }

    /** Applies θ ← θ + length · direction / (‖direction‖₂ + 1e-12). */
    private static void move(Network network, Map<String, NDArray> direction, double length) {
        double scale = length / (norm(direction.values()) + SMALLEST_NORM);
        Map<String, NDArray> weights = network.parameters();
        direction.forEach((name, along) -> {
            try (NDArray step = along.mul(scale);
                    NDArray weight = Objects.requireNonNull(weights.get(name)).stopGradient();
                    NDArray moved = weight.add(step)) {
                network.assign(Map.of(name, moved));
            }
        });
    }

    private static double distance(Network from, Network to, NDManager manager) {
        try (NDManager scope = manager.newSubManager()) {
            Map<String, NDArray> there = to.parameters();
            Map<String, NDArray> gaps = new LinkedHashMap<>();
            from.parameters().forEach((name, weight) -> {
                NDArray gap = Objects.requireNonNull(there.get(name)).sub(weight);
                gap.attach(scope);
                gaps.put(name, gap);
            });
            return norm(gaps.values());
        }
    }

    /** Returns ‖·‖₂ of several tensors taken as one vector. */
    private static double norm(Iterable<NDArray> tensors) {
        double squares = 0;
        for (NDArray tensor : tensors) {
            try (NDArray exact = tensor.toType(DataType.FLOAT64, true);
                    NDArray square = exact.square();
                    NDArray sum = square.sum()) {
                squares += sum.getDouble();
            }
        }
        return Math.sqrt(squares);
    }

    private static double crossEntropyOf(Network network, NDArray augmented, NDArray labels) {
        try (NDManager scope = augmented.getManager().newSubManager()) {
            NDArray images = augmented.duplicate();
            images.attach(scope);
            return crossEntropy(network, images, labels)
                    .toType(DataType.FLOAT64, true)
                    .getDouble();
        }
    }

    private static NDArray crossEntropy(Network network, NDArray images, NDArray labels) {
        NDArray column = labels.reshape(new Shape(labels.size(), 1));
        column.attach(images.getManager());
        return network.logits(images).logSoftmax(1).gather(column, 1).mean().neg();
    }
}
