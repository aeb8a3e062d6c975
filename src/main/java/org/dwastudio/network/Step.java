package org.dwastudio.network;

import ai.djl.ndarray.NDArray;

/** A block without tensors of its own. */
final class Step extends NetworkBlock {
    private final Operation operation;

    /** What a step does. */
    @FunctionalInterface
    interface Operation {
        NDArray apply(NDArray input, Pass pass);
    }

    Step(Operation operation) {
        this.operation = operation;
    }

    @Override
    NDArray forward(NDArray input, Pass pass) {
        return operation.apply(input, pass);
    }

    static Step relu() {
        return new Step((input, pass) -> pass.operators().relu(input));
    }

    /** Of what is left of every channel; [N, C]. */
    static Step globalAverage() {
        return new Step((input, pass) -> pass.operators().globalAverage(input));
    }

    static Step flatten() {
        return new Step((input, pass) -> pass.operators().flatten(input));
    }

    static Step dropout(double probability) {
        return new Step((input, pass) -> pass.dropping().elements(input, probability));
    }

    /** To a square of the given side; an image that is one already is handed on. */
    static Step adaptiveAveragePool(int side) {
        return new Step((input, pass) -> {
            boolean fits = input.getShape().get(2) == side && input.getShape().get(3) == side;
            return fits ? input : pass.operators().adaptiveAveragePool(input, side);
        });
    }

    /** Max pooling over 2×2 squares side by side; an image of a single pixel is handed on. */
    static Step halve() {
        return new Step((input, pass) ->
                input.getShape().get(2) == 1 ? input : pass.operators().maxPool(input, 2, 2, 0));
    }
}
