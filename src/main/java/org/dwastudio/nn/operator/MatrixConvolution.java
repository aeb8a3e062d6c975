package org.dwastudio.nn.operator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Convolutions as matrix products, for the shapes whose kernels in oneDNN fail on some processors (docs/decisions/0013):
 * 1×1 convolutions, and the gradient with respect to images with one channel. Results are channels-last.
 */
final class MatrixConvolution {
    private MatrixConvolution() {}

    /** Returns true if a convolution is computed as a matrix product. */
    static boolean isMeantFor(NDArray input, ConvolutionTerms terms) {
        return isPointwise(terms) || (input.getShape().get(1) == 1 && terms.groups() == 1 && input.hasGradient());
    }

    private static boolean isPointwise(ConvolutionTerms terms) {
        Shape kernel = terms.weight().getShape();
        return kernel.get(2) == 1 && kernel.get(3) == 1 && terms.padding() == 0 && terms.groups() == 1;
    }

    /** Returns the convolution of the input, [N, C, H, W], without statistics. */
    static NDArray of(NDArray input, ConvolutionTerms terms) {
        Shape kernel = terms.weight().getShape();
        try (NDArray patches = isPointwise(terms) ? strided(input, terms.stride()) : patches(input, terms)) {
            Shape places = patches.getShape();
            try (NDArray rows = patches.reshape(-1, places.get(3));
                    NDArray matrix = terms.weight().reshape(kernel.get(0), -1);
                    NDArray transposed = matrix.transpose();
                    NDArray product = rows.matMul(transposed);
                    NDArray biased = terms.bias().isEmpty()
                            ? product
                            : product.add(terms.bias().get());
                    NDArray shaped = biased.reshape(places.get(0), places.get(1), places.get(2), kernel.get(0))) {
                return shaped.transpose(0, 3, 1, 2);
            }
        }
    }

    /** Returns the pixels at every stride, [N, H', W', C]. */
    private static NDArray strided(NDArray input, int stride) {
        NDArray last = input.transpose(0, 2, 3, 1);
        if (stride == 1) {
            return last;
        }
        try (last) {
            return last.get(new NDIndex(":, ::{}, ::{}, :", stride, stride));
        }
    }

    /** Returns the pixels under the kernel at each of its places on an image with one channel, [N, H', W', k·k]. */
    private static NDArray patches(NDArray input, ConvolutionTerms terms) {
        int side = Math.toIntExact(terms.weight().getShape().get(2));
        try (NDArray padded = padded(input, terms.padding())) {
            long height = padded.getShape().get(2) - side + 1;
            long width = padded.getShape().get(3) - side + 1;
            List<NDArray> shifted = new ArrayList<>();
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    shifted.add(padded.get(new NDIndex(
                            ":, 0, {}:{}:{}, {}:{}:{}", y, y + height, terms.stride(), x, x + width, terms.stride())));
                }
            }
            try (NDList all = new NDList(shifted)) {
                return NDArrays.stack(all, 3);
            }
        }
    }

    private static NDArray padded(NDArray input, int padding) {
        if (padding == 0) {
            return input.get(":");
        }
        return input.pad(new Shape(padding, padding, padding, padding), 0);
    }
}
