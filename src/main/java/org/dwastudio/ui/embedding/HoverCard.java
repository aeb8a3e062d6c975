package org.dwastudio.ui.embedding;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.dwastudio.ui.control.PixelView;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** View of the image under the mouse, enlarged, with its nearest real image. Keeps away from the image on the map. */
final class HoverCard {
    private static final double SIDE = 84;
    private static final double SMALL_SIDE = 36;

    private final FeatureMapPane map;
    private final Messages texts;
    private final PixelView image = new PixelView(SIDE);
    private final PixelView nearest = new PixelView(SMALL_SIDE);
    private final Label title = new Label();
    private final Label iteration = new Label();
    private final Label cosine = new Label();
    private final HBox real;
    private final HBox node;

    HoverCard(HoverViewModel model, FeatureMapPane map, Messages texts, Disposables lifetime) {
        this.map = map;
        this.texts = texts;
        title.getStyleClass().add("card-title");
        iteration.getStyleClass().add("muted");
        Label caption = new Label(texts.get("embedding.nearest"));
        caption.getStyleClass().add("muted");
        real = new HBox(nearest, new VBox(caption, cosine));
        real.getStyleClass().add("hover-nearest");
        node = new HBox(image, new VBox(title, iteration, real));
        node.setId("map-hover");
        node.getStyleClass().addAll("studio-card", "hover-card");
        node.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        node.setMouseTransparent(true);
        lifetime.follow(model.hoveredProperty(), this::show);
    }

    HBox node() {
        return node;
    }

    private void show(Optional<HoveredImage> hovered) {
        Visibility.show(node, hovered.isPresent());
        hovered.ifPresent(now -> {
            boolean leftHalf = map.placeOf(now.tile())
                    .filter(place -> place[0] < map.getWidth() / 2)
                    .isPresent();
            StackPane.setAlignment(node, leftHalf ? Pos.TOP_RIGHT : Pos.TOP_LEFT);
            image.setImage(now.image().block(), now.image().index());
            title.setText(
                    texts.format("embedding.image", now.className(), now.tile().column() + 1));
            iteration.setText(texts.format("embedding.iteration", Integer.toString(now.iteration())));
            Visibility.show(real, now.nearest().isPresent());
            now.nearest().ifPresent(found -> {
                nearest.setImage(found.image(), 0);
                cosine.setText(texts.format("embedding.cosine", String.format(Locale.ROOT, "%.2f", found.cosine())));
            });
        });
    }
}
