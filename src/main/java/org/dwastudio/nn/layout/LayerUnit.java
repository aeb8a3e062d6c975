package org.dwastudio.nn.layout;

import ai.djl.ndarray.types.Shape;
import java.util.Optional;

/**
 * Convolution or fully connected layer with the norm that follows it.
 *
 * @param layer the layer
 * @param norm the norm; empty for a layer without one
 */
record LayerUnit(TensorModule layer, Optional<TensorModule> norm) {

    /**
     * Form of a unit, by which units of two networks are matched. Biases do not count: one before a norm can be folded
     * into it, and a missing one is zero.
     *
     * @param weight shape of the layer's weight
     * @param normalized true if a norm follows
     * @param statistics true if the norm has running statistics
     * @param shortcut true for the projection of a residual connection, where names show it
     */
    record Form(Shape weight, boolean normalized, boolean statistics, boolean shortcut) {
        Form withoutShortcut() {
            return new Form(weight, normalized, statistics, false);
        }
    }

    Form form() {
        return new Form(
                layer.weight(),
                norm.isPresent(),
                norm.isPresent() && norm.get().hasStatistics(),
                ModulePath.isShortcut(layer.path()));
    }
}
