package org.dwastudio.nn.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dwastudio.nn.operator.ConvolutionTerms;

/**
 * Shape of a convolution.
 *
 * @param inputs channels of the input
 * @param outputs channels of the output
 * @param size height and width of the input, in pixels
 * @param side height and width of the kernel, in pixels
 * @param stride stride
 * @param padding pixels of padding on every side
 * @param groups groups of channels
 */
record ConvolutionShape(int inputs, int outputs, int size, int side, int stride, int padding, int groups) {

    static ConvolutionShape of(NDArray input, ConvolutionTerms terms) {
        Shape images = input.getShape();
        Shape kernel = terms.weight().getShape();
        return new ConvolutionShape(
                (int) images.get(1),
                (int) kernel.get(0),
                (int) images.get(2),
                (int) kernel.get(2),
                terms.stride(),
                terms.padding(),
                terms.groups());
    }

    /** Parses what {@link #text} wrote. */
    static ConvolutionShape parse(String text) {
        int[] numbers =
                Arrays.stream(text.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
        return new ConvolutionShape(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6]);
    }

    String text() {
        return IntStream.of(inputs, outputs, size, side, stride, padding, groups)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
    }

    Shape images(int count) {
        return new Shape(count, inputs, size, size);
    }

    Shape kernel() {
        return new Shape(outputs, inputs / groups, side, side);
    }

    Shape result(int count) {
        int places = (size + 2 * padding - side) / stride + 1;
        return new Shape(count, outputs, places, places);
    }
}
