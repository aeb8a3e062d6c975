package org.dwastudio.ui.embedding;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** View of the progress of t-SNE, and of the offer to fit it again. Hidden on the map of principal components. */
final class TsneBar {
    private final EmbeddingViewModel model;
    private final HBox node = new HBox();
    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Button cancel;
    private final Hyperlink again;

    TsneBar(EmbeddingViewModel model, Messages texts, Disposables lifetime) {
        this.model = model;
        words.setText(texts.get("embedding.tsne.running"));
        words.getStyleClass().add("muted");
        words.setMinWidth(Region.USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        cancel = new Button(texts.get("realImages.cancel"));
        cancel.setId("tsne-cancel");
        cancel.getStyleClass().add("small-button");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(event -> model.tsne().cancel());
        again = new Hyperlink();
        again.setId("tsne-again");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(event -> model.startTsne());
        node.getStyleClass().add("tsne-bar");
        node.getChildren().addAll(words, bar, cancel, again);
        lifetime.follow(model.tsne().progressProperty(), share -> bar.setProgress(share.doubleValue()));
        lifetime.follow(
                () -> show(texts),
                model.kindProperty(),
                model.tsne().runningProperty(),
                model.versionProperty(),
                model.mapProperty());
    }

    HBox node() {
        return node;
    }

    private void show(Messages texts) {
        boolean running = model.tsne().runningProperty().get();
        boolean fitted = model.tsne().fitProperty().get().isPresent();
        boolean offered = !running && (!fitted || model.isTsneOutdated());
        Visibility.show(
                node,
                model.kindProperty().get() == MapKind.TSNE
                        && model.mapProperty().get().value().isPresent()
                        && (running || offered));
        Visibility.show(words, running);
        Visibility.show(bar, running);
        Visibility.show(cancel, running);
        Visibility.show(again, offered);
        again.setText(texts.get(fitted ? "embedding.tsne.again" : "embedding.tsne.start"));
    }
}
