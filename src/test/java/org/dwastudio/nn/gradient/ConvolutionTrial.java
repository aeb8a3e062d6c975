package org.dwastudio.nn.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.nn.operator.ConvolutionTerms;
import org.dwastudio.nn.operator.MemoryLayout;
import org.dwastudio.nn.operator.PlainOperators;
import org.dwastudio.nn.torch.TorchEngine;

/**
 * Trial of convolutions against float64, as a program of its own: an error of the engine may end it. Reads shapes from the
 * standard input and prints a line {@code shape: results that differ} for each when it is done. Memory that is allocated
 * during the trial contains NaN, so that a result that was not written is seen.
 */
final class ConvolutionTrial {
    /** Largest difference in float32, relative to the largest value. */
    private static final double SINGLE = 1e-4;
    /** Largest relative difference in bfloat16, with 8 significant bits. */
    private static final double ROUNDED = 0.03;

    private static final int IMAGES = 10;
    private static final int REPETITIONS = 2;

    private final NDManager scope;
    private final PixelOperators operators;
    private final ConvolutionShape shape;
    private final Map<String, Double> differences = new LinkedHashMap<>();

    private ConvolutionTrial(NDManager scope, PixelOperators operators, ConvolutionShape shape) {
        this.scope = scope;
        this.operators = operators;
        this.shape = shape;
    }

    public static void main(String... arguments) throws IOException {
        try (NDManager manager = TorchEngine.load().newManager();
                PixelOperators operators = PixelOperators.load(manager);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                try (NDManager scope = manager.newSubManager()) {
                    System.out.println(line + ": "
                            + new ConvolutionTrial(scope, operators, ConvolutionShape.parse(line)).differing());
                }
            }
        }
    }

    private Map<String, Double> differing() {
        NDArray images = normal(shape.images(IMAGES));
        NDArray weight = normal(shape.kernel());
        NDArray gradient = normal(shape.result(IMAGES));
        List<NDArray> exact = autograd(images, weight, gradient);
        for (int i = 0; i < REPETITIONS; i++) {
            NDArray x = MemoryLayout.channelsLast(single(images));
            NDArray w = MemoryLayout.channelsLast(single(weight));
            NDArray g = MemoryLayout.channelsLast(single(gradient));
            List<NDArray> computed = autograd(x, w, g);
            compare("forward", computed.get(0), exact.get(0), SINGLE);
            compare("gradient of the images", computed.get(1), exact.get(1), SINGLE);
            compare("gradient of the weight", computed.get(2), exact.get(2), SINGLE);
            compare("convolution", x, w, g, exact, SINGLE);
            if (shape.groups() == 1) {
                NDArray rounded = operators.one(scope, "bfloat16", w);
                compare("rounded convolution", x, rounded, g, exact, ROUNDED);
            }
        }
        return differences;
    }

    private void compare(String name, NDArray x, NDArray w, NDArray g, List<NDArray> exact, double allowed) {
        Object[] terms = {shape.stride(), shape.padding(), shape.groups()};
        spoil();
        NDArray z = operators.one(scope, "convolution", x, w, terms[0], terms[1], terms[2]);
        compare(name, z, exact.get(0), allowed);
        spoil();
        NDArray back = operators.one(scope, "convolution_gradient", g, x, w, terms[0], terms[1], terms[2]);
        compare(name + ", gradient", back, exact.get(1), allowed);
    }

    private void compare(String name, NDArray computed, NDArray exact, double allowed) {
        double largest = exact.abs().max().getDouble();
        NDArray difference = computed.toType(DataType.FLOAT64, true).sub(exact).abs();
        double relative = difference.isNaN().any().getBoolean()
                ? Double.NaN
                : difference.max().getDouble() / largest;
        if (!(relative < allowed)) {
            differences.put(name, relative);
        }
    }

    /** Returns the result and the gradients of images and weight, by autograd. */
    private List<NDArray> autograd(NDArray images, NDArray weight, NDArray gradient) {
        images.setRequiresGradient(true);
        weight.setRequiresGradient(true);
        spoil();
        try (GradientCollector collector = scope.getEngine().newGradientCollector()) {
            NDArray z = new PlainOperators()
                    .convolution(
                            images,
                            new ConvolutionTerms(
                                    weight, Optional.empty(), shape.stride(), shape.padding(), shape.groups()));
            collector.backward(z.mul(gradient).sum());
            return List.of(
                    z.stopGradient(),
                    images.getGradient().duplicate(),
                    weight.getGradient().duplicate());
        } finally {
            images.setRequiresGradient(false);
            weight.setRequiresGradient(false);
        }
    }

    /** Fills memory of the sizes that a convolution needs with NaN and releases it. */
    private void spoil() {
        List<NDArray> filled = new ArrayList<>();
        for (Shape size : List.of(shape.images(IMAGES), shape.kernel(), shape.result(IMAGES))) {
            filled.add(scope.full(size, Float.NaN, DataType.FLOAT32));
            filled.add(scope.full(size, Float.NaN, DataType.FLOAT32));
        }
        filled.forEach(NDArray::close);
    }

    private NDArray normal(Shape size) {
        return scope.randomNormal(0, 1, size, DataType.FLOAT32).toType(DataType.FLOAT64, true);
    }

    private static NDArray single(NDArray exact) {
        return exact.toType(DataType.FLOAT32, true);
    }
}
