package org.dwastudio.stage.synthesis.step;

import java.util.List;
import java.util.OptionalDouble;
import org.dwastudio.nn.Network;
import org.dwastudio.text.Message;

/**
 * A teacher whose weights were moved for one batch, and what that did.
 *
 * @param network a copy of its own; it carries no gradients
 * @param crossEntropyBefore of the unadjusted teacher on the first augmented images, in nats
 * @param crossEntropyAfter of this one on the same images
 * @param displacement ‖θ̃ − θ‖₂ over all trainable weights
 * @param foundRho ρ that was found for the batch; empty if it was given
 * @param notes deviations from the settings
 */
public record AdjustedTeacher(
        Network network,
        double crossEntropyBefore,
        double crossEntropyAfter,
        double displacement,
        OptionalDouble foundRho,
        List<Message> notes)
        implements AutoCloseable {
    public AdjustedTeacher {
        notes = List.copyOf(notes);
    }

    @Override
    public void close() {
        network.close();
    }
}
