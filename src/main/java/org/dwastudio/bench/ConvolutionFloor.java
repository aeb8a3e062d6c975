package org.dwastudio.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.operator.ConvolutionTerms;
import org.dwastudio.nn.operator.PlainOperators;

/** Estimate of the time of a step's convolutions if all ran at the rate of one large 3×3 convolution. */
final class ConvolutionFloor {
    private static final int IMAGES = 100;
    private static final int CHANNELS = 128;
    private static final int SIZE = 16;
    private static final int KERNEL = 3;
    /** Passes per convolution: forward, and backward to the input. */
    private static final int PASSES = 2;

    private final PlainOperators operators = new PlainOperators();
    private final NDArray input;
    private final NDArray weight;
    private final double share;

    /** Counts the floating-point operations of the case and creates the inputs of the large convolution. */
    ConvolutionFloor(BenchmarkCase measured, NDManager manager) {
        input = channelsLast(manager, IMAGES, SIZE);
        weight = channelsLast(manager, CHANNELS, KERNEL);
        double large = operations(input.getShape(), weight.getShape());
        share = PASSES * stepOperations(measured, manager) / large;
    }

    /** Runs the large convolution once; returns the milliseconds that all convolutions of the step take at its rate. */
    double measure() {
        long start = System.nanoTime();
        operators.convolution(input, ConvolutionTerms.of(weight, 1, 1)).close();
        return share * (System.nanoTime() - start) / 1e6;
    }

    private static NDArray channelsLast(NDManager manager, int count, int size) {
        return manager.randomNormal(new Shape(count, size, size, CHANNELS)).transpose(0, 3, 1, 2);
    }

    /** Returns the operation count: one multiplication and one addition per weight and output pixel. */
    private static double operations(Shape output, Shape weight) {
        double pixels = (double) output.get(0) * output.get(2) * output.get(3);
        return 2 * pixels * weight.size();
    }

    private static double stepOperations(BenchmarkCase measured, NDManager manager) {
        Counting counting = new Counting();
        Shape shape = new Shape(1, measured.channels(), measured.imageSize(), measured.imageSize());
        try (Network network = new NetworkCatalog(counting).build(measured.network(), manager, DataType.FLOAT32, 1);
                NDArray image = manager.zeros(shape)) {
            network.logits(image).close();
            return counting.operations * measured.batch();
        }
    }

    /** Operators that count the floating-point operations of the convolutions that they run. */
    private static final class Counting extends PlainOperators {
        private double operations;

        @Override
        public NDArray convolution(NDArray input, ConvolutionTerms terms) {
            NDArray output = super.convolution(input, terms);
            operations += ConvolutionFloor.operations(
                    output.getShape(), terms.weight().getShape());
            return output;
        }
    }
}
