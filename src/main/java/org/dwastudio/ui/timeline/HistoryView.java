package org.dwastudio.ui.timeline;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.dwastudio.ui.control.PixelView;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** View of the selected image at some earlier iterations; a click shows the whole grid at that iteration. */
public final class HistoryView {
    private static final int SIDE = 64;

    private final HistoryViewModel model;
    private final Messages texts;
    private final HBox thumbnails = new HBox();
    private final VBox node;

    public HistoryView(HistoryViewModel model, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        thumbnails.setId("history-thumbnails");
        thumbnails.getStyleClass().add("history-thumbnails");
        Label caption = new Label(texts.get("timeline.history"));
        caption.getStyleClass().add("muted");
        node = new VBox(caption, thumbnails);
        node.getStyleClass().add("inspector-part");
        lifetime.follow(model.historyProperty(), this::show);
    }

    public VBox node() {
        return node;
    }

    private void show(List<EarlierImage> history) {
        Visibility.show(node, !history.isEmpty());
        thumbnails.getChildren().setAll(history.stream().map(this::thumbnail).toList());
    }

    private Node thumbnail(EarlierImage image) {
        int height = image.batch().height();
        // Twice as large where that fits, so that all pixels are equally large.
        PixelView view = new PixelView(height <= SIDE / 2 ? 2.0 * height : SIDE);
        view.setImage(image.batch(), image.index());
        Button button = new Button(Integer.toString(image.iteration()), view);
        button.setContentDisplay(ContentDisplay.TOP);
        button.getStyleClass().add("history-thumbnail");
        String name = texts.format("timeline.show", Integer.toString(image.iteration()));
        button.setTooltip(new Tooltip(name));
        button.setAccessibleText(name);
        button.setOnAction(event -> model.lookAt(image));
        return button;
    }
}
