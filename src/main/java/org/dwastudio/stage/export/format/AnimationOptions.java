package org.dwastudio.stage.export.format;

import java.util.Optional;
import java.util.OptionalInt;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;

/**
 * Content of an animation.
 *
 * @param image single image to show; empty for the grid of all images
 * @param scale integer factor of the size of every image, 1 to 16; empty to choose it by the size
 */
public record AnimationOptions(Optional<Place> image, OptionalInt scale) {
    /** Largest factor. */
    public static final int MOST_SCALE = 16;

    /** The grid of all images in a chosen size. */
    public static final AnimationOptions GRID = new AnimationOptions(Optional.empty(), OptionalInt.empty());

    /**
     * Place of an image in a run.
     *
     * @param label class, from 0
     * @param column column, from 0
     */
    public record Place(int label, int column) {}

    public AnimationOptions {
        if (scale.isPresent() && (scale.getAsInt() < 1 || scale.getAsInt() > MOST_SCALE)) {
            throw new DescribedArgumentException(Message.of("animation.scale", scale.getAsInt(), MOST_SCALE));
        }
    }

    /** Returns the animation of one image. */
    public static AnimationOptions of(Place image) {
        return new AnimationOptions(Optional.of(image), OptionalInt.empty());
    }

    /** Returns these options with another scale; empty to choose it by the size. */
    public AnimationOptions withScale(OptionalInt other) {
        return new AnimationOptions(image, other);
    }
}
