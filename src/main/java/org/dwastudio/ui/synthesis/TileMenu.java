package org.dwastudio.ui.synthesis;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.desktop.FileType;
import org.dwastudio.ui.desktop.ImageClipboard;
import org.dwastudio.ui.desktop.PathPicker;
import org.dwastudio.ui.desktop.PathRequest;
import org.dwastudio.ui.desktop.TextClipboard;
import org.dwastudio.ui.imagegrid.ImageGrid;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.screen.Messages;

/** Context menu of an image: opens under the mouse, or with the menu key on the selected image. */
final class TileMenu {
    private static final KeyCombination MENU_KEYS = new KeyCodeCombination(KeyCode.F10, KeyCombination.SHIFT_DOWN);

    private final TileViewModel model;
    private final PathPicker picker;
    private final Messages texts;
    private final MenuItem inspect;
    private final MenuItem copy;
    private final MenuItem save;
    private final MenuItem animation;
    private final MenuItem showFolder;
    private final MenuItem copyPath;
    private final ContextMenu menu = new ContextMenu();
    private Tile tile = new Tile(0, 0);
    private Optional<Path> file = Optional.empty();

    /** @param animate offers the animation of an image */
    TileMenu(TileViewModel model, Consumer<Tile> animate, PathPicker picker, Messages texts) {
        this.model = model;
        this.picker = picker;
        this.texts = texts;
        inspect = item("inspect", StudioIcon.INSPECT, () -> model.inspect(tile));
        copy = item("copy", StudioIcon.COPY, () -> model.read(tile, new ImageClipboard()::put));
        save = item("save", StudioIcon.SAVE, this::save);
        animation = item("animation", StudioIcon.ANIMATION, () -> animate.accept(tile));
        showFolder = item("showFolder", StudioIcon.OPEN, () -> file.ifPresent(model::reveal));
        copyPath =
                item("copyPath", StudioIcon.COPY, () -> file.map(Path::toString).ifPresent(new TextClipboard()::put));
        menu.getItems().addAll(inspect, copy, save, animation, new SeparatorMenuItem(), showFolder, copyPath);
    }

    /** Opens the menu when the user asks for it on the grid. */
    void installOn(ImageGrid grid) {
        grid.setOnContextMenuRequested(event -> {
            if (event.isKeyboardTrigger()) {
                openOnSelected(grid);
            } else {
                grid.tileAt(event.getX(), event.getY())
                        .ifPresent(asked -> open(grid, asked, new Point2D(event.getScreenX(), event.getScreenY())));
            }
            event.consume();
        });
        // Not every desktop turns these keys into a request for a menu.
        grid.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.CONTEXT_MENU || MENU_KEYS.match(event)) {
                openOnSelected(grid);
                event.consume();
            }
        });
    }

    private void openOnSelected(ImageGrid grid) {
        Optional.ofNullable(grid.selectedTileProperty().get()).ifPresent(asked -> {
            Bounds bounds = grid.boundsOf(asked);
            open(grid, asked, grid.localToScreen(bounds.getCenterX(), bounds.getCenterY()));
        });
    }

    private void open(ImageGrid grid, Tile asked, Point2D place) {
        tile = asked;
        boolean hasImage = model.hasImage(asked);
        inspect.setDisable(!hasImage);
        copy.setDisable(!hasImage);
        save.setDisable(!hasImage);
        animation.setDisable(!model.hasRun());
        setFile(Optional.empty());
        model.locate(asked, found -> {
            // The menu may have moved to another image meanwhile.
            if (tile.equals(asked)) {
                setFile(found);
            }
        });
        menu.hide();
        menu.show(grid, place.getX(), place.getY());
    }

    private void setFile(Optional<Path> found) {
        file = found;
        showFolder.setDisable(found.isEmpty());
        copyPath.setDisable(found.isEmpty());
    }

    private void save() {
        Tile saved = tile;
        PathRequest request = PathRequest.saveFile("tile.picker", FileType.IMAGES, model.suggestedName(saved));
        picker.pick(request, texts).ifPresent(target -> model.save(saved, target));
    }

    private MenuItem item(String key, StudioIcon icon, Runnable action) {
        MenuItem item = new MenuItem(texts.get("tile." + key), icon.node());
        item.setId("tile-" + key);
        item.setOnAction(event -> action.run());
        return item;
    }
}
