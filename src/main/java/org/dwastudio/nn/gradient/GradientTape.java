package org.dwastudio.nn.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.function.UnaryOperator;

/**
 * What a pass remembers: its tensors, and the steps of the way back in the order in which they were come by.
 *
 * <p>A gradient belongs to one tensor alone, so a step may write over the gradient that it takes. A step may write over a
 * kept tensor only if no earlier step reads its values: a convolution's result, which nothing but its norm reads, is
 * overwritten with its own gradient; the way back of a convolution reads of its input the shape alone.
 */
final class GradientTape {
    private final NDManager scope;
    private final PixelOperators operators;
    private final IdentityHashMap<NDArray, TapedTensor> tensors = new IdentityHashMap<>();
    private final Deque<Runnable> wayBack = new ArrayDeque<>();

    /** {@code scope} owns everything that the pass computes. */
    GradientTape(NDManager scope, PixelOperators operators) {
        this.scope = scope;
        this.operators = operators;
    }

    /** The only result of an operator. */
    NDArray one(String operator, Object... arguments) {
        return operators.one(scope, operator, arguments);
    }

    /** All results of an operator. */
    NDList all(String operator, Object... arguments) {
        return operators.all(scope, operator, arguments);
    }

    /** Keeps a handle of its own: blocks close theirs as soon as the next tensor is there. */
    TapedTensor remember(NDArray tensor) {
        TapedTensor taped = new TapedTensor(handle(tensor));
        tensors.put(tensor, taped);
        return taped;
    }

    /** Another handle of the same memory, which lives as long as the pass. */
    NDArray handle(NDArray tensor) {
        NDArray handle = tensor.stopGradient();
        handle.attach(scope);
        return handle;
    }

    /** What was remembered of a tensor. */
    TapedTensor of(NDArray tensor) {
        TapedTensor taped = tensors.get(tensor);
        if (taped == null) {
            throw new IllegalStateException("a block computed a tensor beside the operators of its pass");
        }
        return taped;
    }

    /** Adds a step of the way back. */
    void push(Runnable step) {
        wayBack.push(step);
    }

    /**
     * Remembers a result that comes from one tensor.
     *
     * @param gradientOf turns the result's gradient, which is closed then, into the tensor's
     * @return the result
     */
    NDArray remember(TapedTensor from, NDArray result, UnaryOperator<NDArray> gradientOf) {
        TapedTensor y = remember(result);
        push(() -> {
            try (NDArray gradient = y.takeGradient()) {
                addGradient(from, gradientOf.apply(gradient));
            }
            y.release();
        });
        return result;
    }

    /** Takes the gradient over: from now on it belongs to the tensor. */
    void addGradient(TapedTensor tensor, NDArray gradient) {
        if (tensor.hasGradient()) {
            try (gradient;
                    NDArray sum = tensor.takeGradient()) {
                tensor.setGradient(one("add_", sum, gradient));
            }
        } else {
            tensor.setGradient(gradient);
        }
    }

    /** Walks back from the gradient of the pass's result. */
    void walkBack(NDArray result, NDArray gradient) {
        of(result).setGradient(gradient);
        while (!wayBack.isEmpty()) {
            wayBack.pop().run();
        }
    }
}
