package org.dwastudio.ui.measurement;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.dwastudio.file.SafeName;
import org.dwastudio.ui.chart.LiveChart;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.desktop.FileType;
import org.dwastudio.ui.desktop.ImageClipboard;
import org.dwastudio.ui.desktop.PathPicker;
import org.dwastudio.ui.desktop.PathRequest;
import org.dwastudio.ui.screen.Messages;

/**
 * Context menu of a chart: copies or saves its image, saves its points, shows everything after a zoom.
 *
 * @param files writes the files
 */
public record ChartMenu(ChartFiles files, PathPicker picker, Messages texts) {

    /** Opens the menu when the user asks for it on a chart. */
    public void installOn(LiveChart chart) {
        String name = SafeName.of(chart.titleProperty().get(), "chart");
        ContextMenu menu = new ContextMenu(
                item("copy", StudioIcon.COPY, () -> new ImageClipboard().put(chart.image())),
                item(
                        "saveImage",
                        StudioIcon.SAVE,
                        () -> save(FileType.IMAGES, name + ".png", file -> files.writeImage(chart.image(), file))),
                item(
                        "saveVector",
                        StudioIcon.SAVE,
                        () -> save(FileType.VECTORS, name + ".svg", file -> files.writeVector(chart.svg(), file))),
                item(
                        "saveTable",
                        StudioIcon.SAVE,
                        () -> save(FileType.TABLES, name + ".csv", file -> files.writeTable(chart.csv(), file))),
                item("showAll", StudioIcon.ZOOM_FIT, chart::showAll));
        chart.setOnContextMenuRequested(event -> {
            menu.show(chart, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    private void save(FileType type, String name, Consumer<Path> writing) {
        picker.pick(PathRequest.saveFile("chart.picker", type, name), texts).ifPresent(writing);
    }

    private MenuItem item(String key, StudioIcon icon, Runnable action) {
        MenuItem item = new MenuItem(texts.get("chart.menu." + key), icon.node());
        item.setId("chart-" + key);
        item.setOnAction(event -> action.run());
        return item;
    }
}
