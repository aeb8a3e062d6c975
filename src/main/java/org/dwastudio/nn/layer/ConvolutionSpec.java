package org.dwastudio.nn.layer;

import ai.djl.ndarray.types.Shape;

/**
 * Dimensions of a square convolution, padded so that stride 1 keeps the size.
 *
 * @param kernel height and width of the kernel, odd
 * @param groups a divisor of inputs and outputs
 */
public record ConvolutionSpec(int inputs, int outputs, int kernel, int stride, int groups) {

    public static ConvolutionSpec of(int inputs, int outputs, int kernel, int stride) {
        return new ConvolutionSpec(inputs, outputs, kernel, stride, 1);
    }

    /** Returns a 1×1 convolution, a linear map of every pixel's channels. */
    public static ConvolutionSpec pointwise(int inputs, int outputs) {
        return of(inputs, outputs, 1, 1);
    }

    /** Returns a convolution of every channel separately. */
    public static ConvolutionSpec depthwise(int channels, int kernel, int stride) {
        return new ConvolutionSpec(channels, channels, kernel, stride, channels);
    }

    int padding() {
        return kernel / 2;
    }

    /** Returns the number of inputs to each output's weighted sum. */
    public int fanIn() {
        return inputs / groups * kernel * kernel;
    }

    Shape weightShape() {
        return new Shape(outputs, inputs / groups, kernel, kernel);
    }
}
