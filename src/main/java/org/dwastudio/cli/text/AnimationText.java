package org.dwastudio.cli.text;

import org.dwastudio.file.ByteSizes;
import org.dwastudio.stage.export.format.AnimationSize;
import org.dwastudio.text.CountText;

/** Line with the size of an animation before it is written. */
public final class AnimationText {
    private AnimationText() {}

    public static String of(AnimationSize size) {
        return "Animation: " + CountText.of(size.frames(), "frame") + " of " + size.width() + " x " + size.height()
                + " pixels, about " + ByteSizes.describe(size.bytes()) + ".";
    }
}
