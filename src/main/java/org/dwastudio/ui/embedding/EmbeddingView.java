package org.dwastudio.ui.embedding;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.realimage.RealImagesPrompt;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.synthesis.ImagesViewModel;

/** View of the map of features with its tools and legend. */
public final class EmbeddingView {
    private final Embedding embedding;
    private final Messages texts;
    private final FeatureMapPane pane;
    private final Label first = axis();
    private final Label second = axis();
    private final Label empty = new Label();
    private final VBox node;

    public EmbeddingView(Embedding embedding, ImagesViewModel images, Messages texts, Disposables lifetime) {
        this.embedding = embedding;
        this.texts = texts;
        EmbeddingViewModel model = embedding.map();
        pane = new FeatureMapPane(model, images, embedding.selection(), embedding.layers(), lifetime);
        pane.setId("feature-map");
        pane.setAccessibleText(texts.get("embedding.accessible"));
        MapGestures gestures = new MapGestures(pane, embedding.selection(), images);
        gestures.install();
        MapToolBar tools = new MapToolBar(texts, lifetime);
        tools.addKinds(model, this::choose);
        tools.addLayer("real", embedding.layers().realImagesProperty());
        tools.addLayer("trails", embedding.layers().trailsProperty());
        tools.addLayer("thumbnails", embedding.layers().thumbnailsProperty());
        tools.addLasso(gestures.lassoingProperty());
        tools.addAction("map-fit", StudioIcon.ZOOM_FIT, "embedding.fit", pane::fit);
        empty.getStyleClass().add("muted");
        empty.setWrapText(true);
        HoverCard card = new HoverCard(embedding.hover(), pane, texts, lifetime);
        StackPane.setAlignment(first, Pos.BOTTOM_RIGHT);
        StackPane.setAlignment(second, Pos.TOP_LEFT);
        StackPane map = new StackPane(pane, first, second, empty, card.node());
        map.getStyleClass().addAll("studio-card", "map-card");
        map.setMinSize(0, 0);
        VBox.setVgrow(map, Priority.ALWAYS);
        Label note = MapLegend.note("");
        note.setId("map-note");
        note.setMinHeight(Region.USE_PREF_SIZE);
        node = new VBox(
                tools.node(),
                new RealImagesPrompt(embedding.real(), "embedding.request", texts, lifetime).node(),
                new TsneBar(model, texts, lifetime).node(),
                map,
                new MapLegend(model, images, texts, lifetime).node(),
                note);
        node.getStyleClass().add("embedding");
        lifetime.follow(
                () -> {
                    showAxes();
                    note.setText(note());
                },
                model.versionProperty(),
                model.kindProperty(),
                model.mapProperty(),
                embedding.real().computingProperty());
    }

    public VBox node() {
        return node;
    }

    private void choose(MapKind kind) {
        EmbeddingViewModel model = embedding.map();
        model.kindProperty().set(kind);
        if (kind == MapKind.TSNE && model.tsne().fitProperty().get().isEmpty()) {
            model.startTsne();
        }
    }

    private void showAxes() {
        EmbeddingViewModel model = embedding.map();
        Optional<FeatureMap> known = model.mapProperty().get().value();
        boolean components = model.kindProperty().get() == MapKind.PCA && known.isPresent();
        first.setVisible(components);
        second.setVisible(components);
        known.ifPresent(map -> {
            first.setText(texts.format("embedding.axis.first", percent(map.share(0))));
            second.setText(texts.format("embedding.axis.second", percent(map.share(1))));
        });
        boolean computing = embedding.real().computingProperty().get();
        Visibility.show(empty, known.isEmpty());
        empty.setText(texts.get(computing ? "embedding.empty.computing" : "embedding.empty"));
    }

    private String note() {
        EmbeddingViewModel model = embedding.map();
        long shown =
                model.realCounts().values().stream().mapToLong(Long::longValue).sum();
        return model.mapProperty().get().value().isEmpty()
                ? ""
                : texts.format(
                        "embedding.note",
                        shown,
                        embedding
                                .real()
                                .setProperty()
                                .get()
                                .value()
                                .map(set -> set.count())
                                .orElse(0));
    }

    private static Label axis() {
        Label label = new Label();
        label.getStyleClass().add("map-axis");
        label.setMouseTransparent(true);
        return label;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f", 100 * share);
    }
}
