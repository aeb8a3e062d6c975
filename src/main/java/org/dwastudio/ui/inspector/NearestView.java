package org.dwastudio.ui.inspector;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.dwastudio.file.SafeName;
import org.dwastudio.ui.control.PixelView;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.StudioPopOver;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.desktop.FileType;
import org.dwastudio.ui.desktop.ImageClipboard;
import org.dwastudio.ui.desktop.PathPicker;
import org.dwastudio.ui.desktop.PathRequest;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** View of the real images that are nearest to the selected image; a click enlarges one, a double-click opens its file. */
public final class NearestView {
    private static final PseudoClass START = PseudoClass.getPseudoClass("start");
    private static final double SIDE = 56;
    private static final double SMALL_SIDE = 32;
    private static final double LARGE_SIDE = 256;
    private static final String EXTENSION = ".png";

    private final NearestImagesViewModel model;
    private final RealImageFiles files;
    private final PathPicker picker;
    private final Messages texts;
    private final HBox byFeatures = new HBox();
    private final HBox byPixels = new HBox();
    private final HBox node;
    private boolean compact;

    public NearestView(
            NearestImagesViewModel model,
            RealImageFiles files,
            PathPicker picker,
            Messages texts,
            Disposables lifetime) {
        this.model = model;
        this.files = files;
        this.picker = picker;
        this.texts = texts;
        byFeatures.getStyleClass().add("history-thumbnails");
        byPixels.getStyleClass().add("history-thumbnails");
        node = new HBox(group("inspector.nearest.features", byFeatures), group("inspector.nearest.pixels", byPixels));
        node.setId("nearest-images");
        node.getStyleClass().add("nearest-images");
        lifetime.follow(model.nearestProperty(), nearest -> show());
    }

    HBox node() {
        return node;
    }

    /** Shows smaller images without names. */
    void setCompact(boolean small) {
        compact = small;
        show();
    }

    private VBox group(String key, HBox thumbnails) {
        Label caption = new Label(texts.get(key));
        caption.getStyleClass().addAll("muted", "inspector-caption");
        caption.setTooltip(new Tooltip(texts.get(key + ".help")));
        VBox group = new VBox(caption, thumbnails);
        group.getStyleClass().add("inspector-part");
        return group;
    }

    private void show() {
        Optional<NearestImages> nearest = model.nearestProperty().get();
        Visibility.show(node, nearest.isPresent());
        byFeatures.getChildren().setAll(nodes(nearest.map(NearestImages::byFeatures), "%.2f"));
        byPixels.getChildren().setAll(nodes(nearest.map(NearestImages::byPixels), "%.0f"));
    }

    private List<Node> nodes(Optional<List<RealImage>> images, String format) {
        return images.orElse(List.of()).stream()
                .map(image -> thumbnail(image, String.format(Locale.ROOT, format, image.value())))
                .toList();
    }

    private Node thumbnail(RealImage image, String value) {
        PixelView view = new PixelView(compact ? SMALL_SIDE : SIDE);
        view.setImage(image.image(), 0);
        Label number = new Label(value);
        Label start = new Label(texts.get("inspector.nearest.start"));
        start.getStyleClass().add("start-flag");
        HBox line = image.isStart() ? new HBox(number, start) : new HBox(number);
        line.getStyleClass().add("nearest-value");
        Label name = new Label(image.file()
                .map(file -> file.getFileName().toString())
                .orElse(texts.format("inspector.nearest.number", Integer.toString(image.index()))));
        name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        name.getStyleClass().addAll("muted", "nearest-name");
        name.setMaxWidth(SIDE + 4);
        Visibility.show(name, !compact);
        VBox content = new VBox(view, line, name);
        Button button = new Button("", content);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("history-thumbnail");
        button.pseudoClassStateChanged(START, image.isStart());
        button.setTooltip(new Tooltip(image.name()));
        button.setAccessibleText(texts.format("inspector.nearest.accessible", image.name(), value));
        button.setContextMenu(menu(image));
        button.setOnAction(event -> enlarge(image, button));
        button.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                files.open(image);
            }
        });
        return button;
    }

    private void enlarge(RealImage image, Button owner) {
        PixelView view = new PixelView(LARGE_SIDE);
        view.setImage(image.image(), 0);
        VBox content = new VBox(view, new Label(image.name()));
        content.getStyleClass().add("class-popover");
        StudioPopOver popOver = new StudioPopOver(content);
        // A second click opens the file.
        popOver.setConsumeAutoHidingEvents(false);
        popOver.show(owner);
    }

    private ContextMenu menu(RealImage image) {
        MenuItem open = item("inspector.nearest.open", StudioIcon.OPEN, () -> files.open(image));
        open.setDisable(image.file().isEmpty());
        return new ContextMenu(
                open,
                item("tile.copy", StudioIcon.COPY, () -> new ImageClipboard().put(image.image())),
                item("tile.save", StudioIcon.SAVE, () -> save(image)));
    }

    private MenuItem item(String key, StudioIcon icon, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key), icon.node());
        item.setOnAction(event -> action.run());
        return item;
    }

    private void save(RealImage image) {
        String name = SafeName.of(image.name(), "image");
        String suggested = name.endsWith(EXTENSION) ? name : name + EXTENSION;
        picker.pick(PathRequest.saveFile("tile.picker", FileType.IMAGES, suggested), texts)
                .ifPresent(target -> files.save(image.image(), target));
    }
}
