package org.dwastudio.ui.inspector;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.dwastudio.ui.control.HelpButton;
import org.dwastudio.ui.control.PixelView;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.synthesis.ImageRef;
import org.dwastudio.ui.synthesis.ImagesViewModel;

/** View of the selected image, enlarged, with its history, the nearest real images and the teacher's prediction. */
public final class InspectorView {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final double SIDE = 128;
    private static final double SMALL_SIDE = 96;

    /** Size of the window from which there is room for all parts. */
    private static final double ROOMY_HEIGHT = 800;

    private static final double ROOMY_WIDTH = 600;

    private final InspectorViewModel model;
    private final ImagesViewModel images;
    private final InspectorParts parts;
    private final Messages texts;
    private final PixelView now = new PixelView(SIDE);
    private final PixelView before = new PixelView(SMALL_SIDE / 2);
    private final Label notStored;
    private final Label shown;
    private final VBox start;
    private final ChangeView change;
    private final Label title = new Label();
    private final StackPane node = new StackPane();
    private final HBox content;
    private final VBox explanation;
    private final HBox hint;
    private boolean compact;

    public InspectorView(
            InspectorViewModel model,
            ImagesViewModel images,
            InspectorParts parts,
            Messages texts,
            Disposables lifetime) {
        this.model = model;
        this.images = images;
        this.parts = parts;
        this.texts = texts;
        shown = caption("inspector.now");
        notStored = muted("inspector.start.none");
        notStored.setId("start-not-stored");
        start = part(caption("inspector.start"), new StackPane(before, notStored));
        change = new ChangeView(texts);
        title.getStyleClass().add("inspector-title");
        content = new HBox(known(), parts.prediction().node());
        StackPane room = new StackPane(content, close());
        HBox.setHgrow(parts.prediction().node(), Priority.ALWAYS);
        content.getStyleClass().add("inspector-content");
        Label heading = new Label(texts.get("squeeze.explanation.title"));
        heading.getStyleClass().add("card-title");
        explanation = new VBox(heading, muted("synthesis.explanation.detail"));
        explanation.getStyleClass().add("inspector-hint");
        hint = hint();
        node.getStyleClass().addAll("studio-card", "inspector");
        node.setMinHeight(Region.USE_PREF_SIZE);
        node.getChildren().addAll(explanation, hint, room);
        room.visibleProperty().bind(content.visibleProperty());
        room.managedProperty().bind(content.managedProperty());
        BooleanBinding none = Bindings.isEmpty(images.shown());
        lifetime.onEnd(none::dispose);
        lifetime.follow(
                () -> showImage(model.imageProperty().get()),
                none,
                model.imageProperty(),
                images.selectedProperty(),
                images.knownStartsProperty());
        parts.history().node().visibleProperty().subscribe(visible -> Visibility.show(start, !visible));
        // Other parts of the window may take the room, to which the inspector adapts.
        node.setMinWidth(0);
        node.widthProperty().subscribe(width -> arrange());
        node.sceneProperty().flatMap(Scene::heightProperty).subscribe(height -> arrange());
    }

    public StackPane node() {
        return node;
    }

    /** Returns the image with its title, its history and the nearest real images. */
    private VBox known() {
        HBox resembling = new HBox(parts.prompt().node(), parts.nearest().node(), change.node());
        resembling.getStyleClass().add("nearest-images");
        VBox middle = new VBox(new HBox(parts.history().node(), start), resembling);
        middle.getStyleClass().add("inspector-middle");
        HBox row = new HBox(part(now, shown), middle);
        row.getStyleClass().add("inspector-row");
        VBox known = new VBox(title, row);
        known.setMinWidth(Region.USE_PREF_SIZE);
        return known;
    }

    /** Folds to one row where there is little room. */
    private void arrange() {
        double height = node.getScene() == null ? 0 : node.getScene().getHeight();
        boolean small = height > 0 && (height < ROOMY_HEIGHT || node.getWidth() < ROOMY_WIDTH);
        if (small != compact) {
            compact = small;
            node.pseudoClassStateChanged(COMPACT, small);
            parts.history().setCompact(small);
            parts.nearest().setCompact(small);
            parts.prediction().setRoomForChart(!small);
            showImage(model.imageProperty().get());
        }
    }

    /** Returns the line for a grid with images none of which is selected. */
    private HBox hint() {
        Label words = muted("inspector.hint");
        words.setId("inspector-hint");
        HelpButton help =
                new HelpButton(new ReadOnlyStringWrapper(texts.get("squeeze.explanation.title")), texts.bundle());
        help.helpProperty().set(texts.get("synthesis.explanation.detail"));
        HBox line = new HBox(words, space(), help);
        line.getStyleClass().add("inspector-line");
        return line;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private Button close() {
        Button button = new Button();
        button.setId("inspector-close");
        button.setGraphic(StudioIcon.CLOSE.node());
        button.getStyleClass().add("quiet-button");
        button.setTooltip(new Tooltip(texts.get("inspector.close")));
        button.setAccessibleText(texts.get("inspector.close"));
        button.setOnAction(event -> images.selectedProperty().set(null));
        StackPane.setAlignment(button, Pos.TOP_RIGHT);
        return button;
    }

    private Label muted(String key) {
        Label label = caption(key);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Label caption(String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("muted");
        return label;
    }

    private static VBox part(Node upper, Node lower) {
        VBox part = new VBox(upper, lower);
        part.getStyleClass().add("inspector-part");
        return part;
    }

    /** Returns a whole multiple of the height where that fits, so that all pixels are equally large. */
    private double sideOf(int height) {
        double most = compact ? SMALL_SIDE : SIDE;
        return height <= most ? Math.floor(most / height) * height : most;
    }

    private void showImage(Optional<ImageRef> image) {
        Tile tile = images.selectedProperty().get();
        boolean isShown = image.isPresent() && tile != null;
        Visibility.show(content, isShown);
        Visibility.show(hint, !isShown && !images.shown().isEmpty());
        Visibility.show(explanation, !isShown && images.shown().isEmpty());
        if (!isShown) {
            return;
        }
        title.setText(texts.format(
                "inspector.title",
                images.layoutProperty().get().classNames().get(tile.row()),
                tile.column() + 1,
                Integer.toString(model.iteration())));
        shown.setText(
                images.isLookingBack()
                        ? texts.format("inspector.earlier", Integer.toString(model.iteration()))
                        : texts.get("inspector.now"));
        double side = sideOf(image.get().block().height());
        now.setMinSize(side, side);
        now.setPrefSize(side, side);
        now.setMaxSize(side, side);
        now.setImage(image.get().block(), image.get().index());
        Optional<ImageRef> started = model.startImage();
        notStored.setVisible(started.isEmpty());
        started.ifPresentOrElse(known -> before.setImage(known.block(), known.index()), before::clear);
        change.show(image.get(), compact ? Optional.empty() : started);
    }
}
