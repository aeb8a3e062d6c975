package org.dwastudio.ui.control;

import java.net.URL;
import java.util.Objects;
import javafx.scene.Node;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;

/** Pop-over in the theme's colors that opens at the right of its owner and closes on a click elsewhere. */
public final class StudioPopOver extends PopOver {
    private static final Duration FADE = Duration.millis(80);

    /**
     * Creates a pop-over.
     *
     * @param content content, which keeps its own padding
     */
    public StudioPopOver(Node content) {
        super(content);
        URL colors = StudioPopOver.class.getResource("popover.css");
        getRoot().getStylesheets().add(Objects.requireNonNull(colors).toExternalForm());
        getStyleClass().add("studio-popover");
        setDetachable(false);
        setArrowLocation(ArrowLocation.LEFT_CENTER);
        setArrowSize(8);
        setCornerRadius(8);
        setFadeInDuration(FADE);
        setFadeOutDuration(FADE);
    }
}
