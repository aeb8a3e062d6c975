package org.dwastudio.nn.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.function.UnaryOperator;

/**
 * Tape of one pass: its tensors, and the steps of the backward pass in the order of the forward pass.
 *
 * <p>A gradient belongs to one tensor alone, so a step may overwrite the gradient that it takes. A step may overwrite a
 * kept tensor only if no earlier step reads its values: the backward pass of a convolution reads only the shape of its
 * input.
 */
final class GradientTape {
    private final NDManager scope;
    private final PixelOperators operators;
    private final IdentityHashMap<NDArray, TapedTensor> tensors = new IdentityHashMap<>();
    private final Deque<Runnable> backwardSteps = new ArrayDeque<>();

    /**
     * Creates an empty tape.
     *
     * @param scope owner of everything that the pass computes
     */
    GradientTape(NDManager scope, PixelOperators operators) {
        this.scope = scope;
        this.operators = operators;
    }

    /** Calls an operator with one result. */
    NDArray one(String operator, Object... arguments) {
        return operators.one(scope, operator, arguments);
    }

    /** Calls an operator and returns all its results. */
    NDList all(String operator, Object... arguments) {
        return operators.all(scope, operator, arguments);
    }

    /** Records a tensor that operators of the tape computed. */
    TapedTensor remember(NDArray tensor) {
        TapedTensor taped = new TapedTensor();
        tensors.put(tensor, taped);
        return taped;
    }

    /** Returns another handle of the same memory that lives as long as the pass. */
    NDArray handle(NDArray tensor) {
        NDArray handle = tensor.stopGradient();
        handle.attach(scope);
        return handle;
    }

    /** Returns the record of a tensor of which the backward pass needs the gradient only. */
    TapedTensor of(NDArray tensor) {
        TapedTensor taped = tensors.get(tensor);
        if (taped == null) {
            throw new IllegalStateException("a block computed a tensor without the operators of its pass");
        }
        return taped;
    }

    /** Returns the record of a tensor that the backward pass needs, under a handle of its own: blocks close theirs. */
    TapedTensor kept(NDArray tensor) {
        TapedTensor taped = of(tensor);
        if (!taped.isKept()) {
            taped.keep(handle(tensor));
        }
        return taped;
    }

    /** Adds a step of the backward pass. */
    void push(Runnable step) {
        backwardSteps.push(step);
    }

    /**
     * Records a result that is computed from one tensor.
     *
     * @param gradientOf function from the result's gradient, which is closed afterwards, to the tensor's
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

    /** Adds a gradient to a tensor, which owns the gradient from then on. */
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

    /** Runs the backward pass from the gradient of the pass's result. */
    void backward(NDArray result, NDArray gradient) {
        of(result).setGradient(gradient);
        while (!backwardSteps.isEmpty()) {
            backwardSteps.pop().run();
        }
    }
}
