package org.dwastudio.weights.torch;

/** Tensor as a pickle describes it: PyTorch's, whose values are outside of the pickle, or NumPy's. */
sealed interface PickledTensor permits TorchTensor, NumpyArray {

    /** Returns true if a pickle's value is a tensor, a parameter or an array. */
    static boolean isTensor(Object value) {
        return TorchTensor.isTensor(value) || NumpyArray.isArray(value);
    }

    /**
     * Reads a value that {@link #isTensor} accepted.
     *
     * @throws IllegalArgumentException if its description is not that of PyTorch or NumPy
     */
    static PickledTensor of(Object value) {
        return TorchTensor.isTensor(value) ? TorchTensor.of(value) : NumpyArray.of(value);
    }
}
