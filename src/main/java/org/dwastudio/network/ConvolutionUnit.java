package org.dwastudio.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** A convolution and the batch norm behind it: the tensor between them never leaves. */
record ConvolutionUnit(Convolution convolution, BatchNorm norm) {

    NDArray plain(NDArray input, Pass pass) {
        try (NDArray convolved = convolution.forward(input, pass)) {
            return norm.forward(convolved, pass);
        }
    }

    NDArray relu(NDArray input, Pass pass) {
        try (NDArray convolved = convolution.forward(input, pass)) {
            return norm.forwardRelu(convolved, pass);
        }
    }

    NDArray addRelu(NDArray input, NDArray shortcut, Pass pass) {
        try (NDArray convolved = convolution.forward(input, pass)) {
            return norm.forwardAddRelu(convolved, shortcut, pass);
        }
    }

    Shape outputShape(Shape input) {
        return convolution.outputShape(input);
    }
}
