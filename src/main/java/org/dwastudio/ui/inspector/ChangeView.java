package org.dwastudio.ui.inspector;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.ui.control.PixelView;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.synthesis.ChangeImages;
import org.dwastudio.ui.synthesis.ImageRef;

/** View of the change of an image since its start, with the legend of its colors. */
final class ChangeView {
    private static final double SIDE = 56;

    private final PixelView image = new PixelView(SIDE);
    private final VBox node;

    ChangeView(Messages texts) {
        Label caption = new Label(texts.get("inspector.change"));
        caption.getStyleClass().addAll("muted", "inspector-caption");
        Region colors = new Region();
        colors.getStyleClass().addAll("change-colors", "change-bar");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox numbers = new HBox(number("\u2212" + ChangeImages.FULL), space, number("+" + ChangeImages.FULL));
        node = new VBox(caption, image, colors, numbers);
        node.getStyleClass().add("inspector-part");
    }

    VBox node() {
        return node;
    }

    /** Shows the change, or nothing if the start image is not known. */
    void show(ImageRef now, Optional<ImageRef> start) {
        boolean known = start.isPresent()
                && start.get().block().height() == now.block().height()
                && start.get().block().width() == now.block().width();
        Visibility.show(node, known);
        if (known) {
            image.setImage(ChangeImages.of(now.alone(), start.get().alone()), 0);
        }
    }

    private static Label number(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("muted", "nearest-name");
        return label;
    }
}
