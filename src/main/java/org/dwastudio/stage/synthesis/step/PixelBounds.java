package org.dwastudio.stage.synthesis.step;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.dwastudio.image.Normalization;

/** Normalized values of black, −mean/std, and white, (1 − mean)/std, of every channel. */
public final class PixelBounds {
    private final NDArray lower;
    private final NDArray upper;

    public PixelBounds(Normalization normalization, NDManager manager, DataType type) {
        lower = perChannel(normalization, normalization::lowerBound, manager, type);
        upper = perChannel(normalization, normalization::upperBound, manager, type);
    }

    /** Brings every pixel of [N, C, H, W] into its channel's range, in place. */
    public void clamp(NDArray images) {
        try (NDArray notTooBright = images.minimum(upper);
                NDArray clamped = notTooBright.maximum(lower)) {
            images.intern(clamped);
        }
    }

    private static NDArray perChannel(
            Normalization normalization, IntToDoubleFunction bound, NDManager manager, DataType type) {
        double[] values =
                IntStream.range(0, normalization.channels()).mapToDouble(bound).toArray();
        try (NDArray exact = manager.create(values, new Shape(1, values.length, 1, 1));
                NDArray rounded = exact.toType(type, true)) {
            // A conversion to the same type shares the memory of the Java array, which goes with the first tensor.
            return rounded.duplicate();
        }
    }
}
