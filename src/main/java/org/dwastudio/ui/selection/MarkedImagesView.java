package org.dwastudio.ui.selection;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.ui.control.PixelView;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** View of the marked images above their nearest real images. Hidden while none is marked. */
public final class MarkedImagesView {
    private static final double SIDE = 36;
    private static final double PITCH = 42;
    private static final int MOST_CLASSES = 3;
    /** Height of the window from which there is room for the explanation, in pixels. */
    private static final double TALL = 780;

    private final MarkedImagesViewModel model;
    private final Messages texts;
    private final Label subtitle = new Label();
    private final HBox pairs = new HBox();
    private final Label more = new Label();
    private final Label figures = new Label();
    private final Hyperlink only = new Hyperlink();
    private final VBox node;

    public MarkedImagesView(MarkedImagesViewModel model, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        Label title = new Label(texts.get("marked.title"));
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        subtitle.getStyleClass().add("muted");
        subtitle.setWrapText(true);
        subtitle.setMinHeight(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Hyperlink clear = new Hyperlink(texts.get("marked.clear"));
        clear.setId("marked-clear");
        clear.setMinWidth(Region.USE_PREF_SIZE);
        clear.setOnAction(event -> model.clear());
        only.setId("marked-only");
        only.setMinWidth(Region.USE_PREF_SIZE);
        only.setOnAction(event -> {
            model.showOnlyMarked();
            showOnly();
        });
        HBox heading = new HBox(title, space, only, clear);
        heading.getStyleClass().add("card-header");
        pairs.getStyleClass().add("marked-pairs");
        more.getStyleClass().add("muted");
        more.setMinWidth(Region.USE_PREF_SIZE);
        figures.getStyleClass().add("muted");
        figures.setId("marked-figures");
        figures.setWrapText(true);
        figures.setMinHeight(Region.USE_PREF_SIZE);
        Label help = new Label(texts.get("marked.help"));
        help.getStyleClass().add("muted");
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        node = new VBox(heading, subtitle, pairs, help, figures);
        node.sceneProperty()
                .flatMap(Scene::heightProperty)
                .subscribe(height -> Visibility.show(help, height == null || height.doubleValue() >= TALL));
        Tooltip.install(pairs, new Tooltip(texts.get("marked.help")));
        node.setId("marked-images");
        node.getStyleClass().addAll("studio-card", "marked-images");
        node.setMinHeight(Region.USE_PREF_SIZE);
        lifetime.follow(model.markedProperty(), marked -> show());
        node.widthProperty().subscribe(width -> show());
    }

    public VBox node() {
        return node;
    }

    private void show() {
        Optional<MarkedImages> marked = model.markedProperty().get();
        Visibility.show(node, marked.isPresent());
        marked.ifPresent(now -> {
            subtitle.setText(subtitle(now.images().size()));
            showPairs(now.images());
            figures.setText(texts.format("marked.figures", number(now.meanCosine()), number(now.meanNearest())));
            showOnly();
        });
    }

    private String subtitle(int count) {
        List<String> classes = model.classNames();
        String names = String.join(", ", classes.subList(0, Math.min(MOST_CLASSES, classes.size())));
        return texts.format("marked.subtitle", count, names, Math.max(0, classes.size() - MOST_CLASSES));
    }

    private void showOnly() {
        only.setText(texts.get(model.showsOnlyMarked() ? "marked.all" : "marked.only"));
    }

    private void showPairs(List<MarkedImage> images) {
        int room = (int) Math.max(
                1,
                (node.getWidth() - node.getInsets().getLeft() - node.getInsets().getRight()) / PITCH);
        int count = images.size() <= room ? images.size() : room - 1;
        pairs.getChildren()
                .setAll(images.stream()
                        .limit(Math.max(1, count))
                        .map(this::pair)
                        .toList());
        if (count < images.size()) {
            more.setText("+" + (images.size() - Math.max(1, count)));
            pairs.getChildren().add(more);
        }
    }

    private VBox pair(MarkedImage image) {
        PixelView own = new PixelView(SIDE);
        own.setImage(image.image().block(), image.image().index());
        PixelView real = new PixelView(SIDE);
        Label cosine = new Label("");
        cosine.getStyleClass().add("marked-cosine");
        image.nearest().ifPresent(found -> {
            real.setImage(found.image(), 0);
            cosine.setText(String.format(Locale.ROOT, "%.2f", found.cosine()));
        });
        VBox pair = new VBox(own, real, cosine);
        pair.getStyleClass().add("marked-pair");
        pair.setCursor(Cursor.HAND);
        pair.setOnMouseClicked(event -> model.inspect(image.tile()));
        Tooltip.install(pair, new Tooltip(texts.get("marked.pair.help")));
        return pair;
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "–";
    }
}
