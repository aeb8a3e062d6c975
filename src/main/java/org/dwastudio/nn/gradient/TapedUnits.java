package org.dwastudio.nn.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.jni.IValue;
import java.util.Optional;
import org.dwastudio.nn.operator.BatchNormTerms;
import org.dwastudio.nn.operator.Nonlinearity;
import org.dwastudio.nn.operator.UnitTerms;

/**
 * Convolutions with their batch norms, and batch norms alone, on a tape, one operator per unit in each direction. With a = γ/√(σ̂² + ε), a
 * convolution's result z that enters a batch norm and a nonlinearity s gets the gradient a · s′ · g + c₁ + c₂ · z, where c₁
 * and c₂ are those of the batch-norm alignment ({@link NormAlignment}). The state of the pass keeps the tensors that the
 * backward pass needs, so that they never get a handle in Java.
 */
final class TapedUnits {
    private final GradientTape record;
    private final FrozenWeights weights;
    private final NDArray images;
    private final IValue state;

    TapedUnits(GradientTape record, FrozenWeights weights, NDArray images, IValue state) {
        this.record = record;
        this.weights = weights;
        this.images = images;
        this.state = state;
    }

    NDArray unit(NDArray input, UnitTerms terms) {
        TapedTensor x = record.of(input);
        Optional<TapedTensor> added = terms.shortcut().map(record::of);
        FrozenUnit unit = weights.unit(terms, input == images);
        NDArray[] inputs = terms.shortcut().isEmpty()
                ? new NDArray[] {input}
                : new NDArray[] {input, terms.shortcut().get()};
        NDArray result = record.one("unit", state, inputs, unit.tensors(), unit.settings(), unit.epsilon());
        TapedTensor y = record.remember(result);
        record.push(() -> {
            NDArray gradient = y.takeGradient();
            x.setGradient(gradient(x, gradient, unit));
            added.ifPresentOrElse(shortcut -> record.addGradient(shortcut, gradient), gradient::close);
            y.release();
        });
        return result;
    }

    NDArray norm(NDArray input, BatchNormTerms terms, Nonlinearity then) {
        TapedTensor x = record.of(input);
        FrozenUnit norm = weights.norm(terms, then);
        NDArray result = record.one("norm", state, input, norm.tensors(), norm.settings(), norm.epsilon());
        return record.remember(
                x,
                result,
                gradient ->
                        record.one("norm_gradient_", state, gradient, norm.tensors(), norm.settings(), norm.epsilon()));
    }

    private NDArray gradient(TapedTensor x, NDArray gradient, FrozenUnit unit) {
        if (!x.hasGradient()) {
            return back(new NDArray[] {gradient}, unit);
        }
        try (NDArray other = x.takeGradient()) {
            return back(new NDArray[] {gradient, other}, unit);
        }
    }

    private NDArray back(NDArray[] gradients, FrozenUnit unit) {
        return record.one("unit_gradient_", state, gradients, unit.tensors(), unit.settings(), unit.epsilon());
    }
}
