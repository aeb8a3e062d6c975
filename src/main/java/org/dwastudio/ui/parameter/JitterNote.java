package org.dwastudio.ui.parameter;

import java.util.OptionalInt;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import org.dwastudio.ui.control.WarningLabel;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** Note that the jitter exceeds half of the image size; hidden otherwise. */
final class JitterNote extends WarningLabel {

    /** @param imageSize width and height of the dataset's images in pixels; empty until it is known */
    JitterNote(
            ObservableDoubleValue jitter,
            ObservableValue<OptionalInt> imageSize,
            Messages texts,
            Disposables lifetime) {
        super("jitter-note");
        lifetime.follow(
                () -> {
                    int pixels = (int) jitter.get();
                    int size = imageSize.getValue().orElse(Integer.MAX_VALUE);
                    warn(
                            pixels > size / 2.0
                                    ? texts.format(
                                            "parameter.jitter.excessive",
                                            Integer.toString(pixels),
                                            Integer.toString(size))
                                    : "");
                },
                jitter,
                imageSize);
    }
}
