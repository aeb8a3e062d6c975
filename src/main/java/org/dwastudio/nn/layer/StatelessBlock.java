package org.dwastudio.nn.layer;

import ai.djl.ndarray.NDArray;

/** Block without tensors of its own. */
public final class StatelessBlock extends NetworkBlock {
    private final Operation operation;

    /** Operation of a block. */
    @FunctionalInterface
    interface Operation {
        NDArray apply(NDArray input, Pass pass);
    }

    StatelessBlock(Operation operation) {
        this.operation = operation;
    }

    @Override
    public NDArray forward(NDArray input, Pass pass) {
        return operation.apply(input, pass);
    }

    public static StatelessBlock relu() {
        return new StatelessBlock((input, pass) -> pass.operators().relu(input));
    }

    /** Returns a block that takes the spatial mean of every channel: [N, C]. */
    public static StatelessBlock globalAverage() {
        return new StatelessBlock((input, pass) -> pass.operators().globalAverage(input));
    }

    /**
     * Returns a block that takes every second row and column and adds channels of zeros, half of them on either side.
     *
     * @param channels number of channels of the result
     */
    public static StatelessBlock subsample(int channels) {
        return new StatelessBlock((input, pass) -> pass.operators().subsample(input, channels));
    }

    public static StatelessBlock flatten() {
        return new StatelessBlock((input, pass) -> pass.operators().flatten(input));
    }

    public static StatelessBlock dropout(double probability) {
        return new StatelessBlock((input, pass) -> pass.dropout().elements(input, probability));
    }

    /**
     * Returns a block that pools to a square of the given side; an image that already has this size is returned
     * unchanged.
     */
    public static StatelessBlock adaptiveAveragePool(int side) {
        return new StatelessBlock((input, pass) -> {
            boolean fits = input.getShape().get(2) == side && input.getShape().get(3) == side;
            return fits ? input : pass.operators().adaptiveAveragePool(input, side);
        });
    }

    /** Returns a block of max pooling over adjacent 2×2 squares; an image of a single pixel is returned unchanged. */
    public static StatelessBlock halve() {
        return new StatelessBlock((input, pass) ->
                input.getShape().get(2) == 1 ? input : pass.operators().maxPool(input, 2, 2, 0));
    }
}
