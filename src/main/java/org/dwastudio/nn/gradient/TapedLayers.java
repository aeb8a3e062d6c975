package org.dwastudio.nn.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Fully connected layers, element-wise functions and reshaping, on a tape. */
final class TapedLayers {
    private final GradientTape record;

    TapedLayers(GradientTape record) {
        this.record = record;
    }

    NDArray relu(NDArray input) {
        TapedTensor x = record.of(input);
        NDArray result = record.one("relu", input);
        NDArray kept = record.handle(result);
        return record.remember(x, result, gradient -> {
            try (kept) {
                return record.one("relu_gradient_", gradient, kept);
            }
        });
    }

    NDArray silu(NDArray input) {
        TapedTensor x = record.kept(input);
        return record.remember(
                x, record.one("silu", input), gradient -> record.one("silu_gradient_", gradient, x.kept()));
    }

    NDArray add(NDArray first, NDArray second) {
        TapedTensor a = record.of(first);
        TapedTensor b = record.of(second);
        NDArray result = first.add(second);
        TapedTensor y = record.remember(result);
        record.push(() -> {
            NDArray gradient = y.takeGradient();
            record.addGradient(b, gradient.duplicate());
            record.addGradient(a, gradient);
            y.release();
        });
        return result;
    }

    NDArray flatten(NDArray input) {
        TapedTensor x = record.of(input);
        Shape shape = input.getShape();
        return record.remember(x, input.reshape(shape.get(0), -1), gradient -> {
            try (NDArray unflattened = gradient.reshape(shape)) {
                return record.one("channels_last", unflattened);
            }
        });
    }

    NDArray linear(NDArray input, NDArray weight, NDArray bias) {
        TapedTensor x = record.of(input);
        // The caller may close its own handle before the backward pass.
        NDArray matrix = record.handle(weight);
        try (NDArray transposed = weight.transpose();
                NDArray product = input.matMul(transposed)) {
            return record.remember(x, product.add(bias), gradient -> {
                try (matrix) {
                    return gradient.matMul(matrix);
                }
            });
        }
    }
}
