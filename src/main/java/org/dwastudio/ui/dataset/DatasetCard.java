package org.dwastudio.ui.dataset;

import java.util.Locale;
import javafx.scene.layout.HBox;
import org.dwastudio.event.PixelBlock;
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.control.PixelView;
import org.dwastudio.ui.screen.Lifetime;
import org.dwastudio.ui.screen.Loaded;
import org.dwastudio.ui.screen.Texts;

/** Which images the experiment distils, with one of every class. */
public final class DatasetCard {
    private static final double THUMBNAIL = 26;
    private static final int MOST_THUMBNAILS = 10;

    private final DatasetViewModel model;
    private final Texts texts;
    private final Card card = new Card("");
    private final HBox thumbnails = new HBox();

    public DatasetCard(DatasetViewModel model, Texts texts, Lifetime lifetime) {
        this.model = model;
        this.texts = texts;
        thumbnails.getStyleClass().add("thumbnails");
        card.getChildren().add(thumbnails);
        lifetime.follow(model.factsProperty(), this::show);
    }

    public Card node() {
        return card;
    }

    private void show(Loaded<DatasetFacts> loaded) {
        thumbnails.getChildren().clear();
        loaded.value().ifPresentOrElse(this::showFacts, () -> {
            card.titleProperty().set(texts.get("dataset.title"));
            card.subtitleProperty().set(texts.get(loaded.isFailed() ? "dataset.failed" : "dataset.loading"));
        });
    }

    private void showFacts(DatasetFacts facts) {
        card.titleProperty().set(model.isBundled() ? texts.format("bundled", facts.name()) : facts.name());
        card.subtitleProperty()
                .set(texts.format(
                        "dataset.facts",
                        facts.classNames().size(),
                        facts.imageSize(),
                        texts.get(facts.channels() == 1 ? "dataset.grey" : "dataset.colour"),
                        String.format(Locale.ROOT, "%,d", facts.trainImages()),
                        String.format(Locale.ROOT, "%,d", facts.testImages())));
        PixelBlock pictures = facts.thumbnails();
        for (int i = 0; i < Math.min(pictures.count(), MOST_THUMBNAILS); i++) {
            PixelView view = new PixelView(THUMBNAIL);
            view.setPicture(pictures, i);
            thumbnails.getChildren().add(view);
        }
    }
}
