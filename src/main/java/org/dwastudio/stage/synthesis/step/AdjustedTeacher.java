package org.dwastudio.stage.synthesis.step;

import org.dwastudio.nn.Network;

/**
 * A teacher whose weights were moved for one batch, and what that did.
 *
 * @param network a copy of its own; it carries no gradients
 * @param crossEntropyBefore of the unadjusted teacher on the first augmented images, in nats
 * @param crossEntropyAfter of this one on the same images
 * @param displacement ‖θ̃ − θ‖₂ over all trainable weights
 */
public record AdjustedTeacher(Network network, double crossEntropyBefore, double crossEntropyAfter, double displacement)
        implements AutoCloseable {
    @Override
    public void close() {
        network.close();
    }
}
