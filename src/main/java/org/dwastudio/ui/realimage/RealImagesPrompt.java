package org.dwastudio.ui.realimage;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** View of the request for the features of the real images, and of its progress. Hidden once they are known. */
public final class RealImagesPrompt {
    private final RealImagesViewModel model;
    private final HBox node = new HBox();
    private final Hyperlink request;
    private final Label words;
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel;

    /** @param reason key of the text of the link, which names what the features are needed for */
    public RealImagesPrompt(RealImagesViewModel model, String reason, Messages texts, Disposables lifetime) {
        this.model = model;
        request = new Hyperlink(texts.get(reason));
        request.setId("real-images-request");
        request.setTooltip(new Tooltip(texts.get("realImages.help")));
        request.setOnAction(event -> model.request());
        words = new Label(texts.get("realImages.computing"));
        words.getStyleClass().add("muted");
        words.setMinWidth(0);
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        cancel = new Button(texts.get("realImages.cancel"));
        cancel.setId("real-images-cancel");
        cancel.getStyleClass().add("small-button");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(event -> model.cancel());
        node.getStyleClass().add("real-images-prompt");
        node.getChildren().addAll(request, words, bar, cancel);
        lifetime.follow(model.progressProperty(), share -> bar.setProgress(share.doubleValue()));
        lifetime.follow(model.computingProperty(), computing -> show());
        lifetime.follow(model.setProperty(), set -> show());
    }

    public Node node() {
        return node;
    }

    private void show() {
        boolean computing = model.computingProperty().get();
        Visibility.show(node, model.setProperty().get().value().isEmpty());
        Visibility.show(request, !computing);
        Visibility.show(words, computing);
        Visibility.show(bar, computing);
        Visibility.show(cancel, computing);
    }
}
