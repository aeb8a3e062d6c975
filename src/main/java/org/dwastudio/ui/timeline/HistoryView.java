package org.dwastudio.ui.timeline;

import java.util.List;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
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
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");
    private static final int SIDE = 32;
    private static final int FEW = 5;

    private final HistoryViewModel model;
    private final Messages texts;
    private final HBox thumbnails = new HBox();
    private final VBox node;
    private List<EarlierImage> offered = List.of();
    private boolean compact;

    public HistoryView(HistoryViewModel model, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        thumbnails.setId("history-thumbnails");
        thumbnails.getStyleClass().add("history-thumbnails");
        Label caption = new Label(texts.get("timeline.history"));
        caption.getStyleClass().addAll("muted", "inspector-caption");
        node = new VBox(caption, thumbnails);
        node.getStyleClass().add("inspector-part");
        lifetime.follow(model.historyProperty(), this::show);
        lifetime.follow(model.shownProperty(), shown -> mark());
    }

    public VBox node() {
        return node;
    }

    /** Shows fewer images. */
    public void setCompact(boolean small) {
        compact = small;
        show(model.historyProperty().get());
    }

    private void show(List<EarlierImage> history) {
        Visibility.show(node, !history.isEmpty());
        offered = compact ? fewer(history) : history;
        thumbnails.getChildren().setAll(offered.stream().map(this::thumbnail).toList());
        mark();
    }

    /** Returns some of the images, evenly spread, the first and the last one among them. */
    private static List<EarlierImage> fewer(List<EarlierImage> history) {
        int count = Math.min(FEW, history.size());
        return IntStream.range(0, count)
                .mapToObj(i -> history.get((int) Math.round(i * (history.size() - 1) / Math.max(1.0, count - 1))))
                .toList();
    }

    /** Frames the image that is shown large, or the last one before it. */
    private void mark() {
        int shown = model.shownProperty().get();
        int current = (int) offered.stream()
                        .filter(image -> image.iteration() <= shown)
                        .count()
                - 1;
        for (int i = 0; i < thumbnails.getChildren().size(); i++) {
            thumbnails.getChildren().get(i).pseudoClassStateChanged(SHOWN, i == current);
        }
    }

    private Node thumbnail(EarlierImage image) {
        int height = image.image().height();
        // A whole multiple where that fits, so that all pixels are equally large.
        PixelView view = new PixelView(height <= SIDE ? SIDE / height * height : SIDE);
        view.setImage(image.image(), 0);
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
