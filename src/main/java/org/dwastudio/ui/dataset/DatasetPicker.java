package org.dwastudio.ui.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** Menu of the dataset card: the bundled dataset, recent ones, and further actions. */
public final class DatasetPicker {
    private static final int MOST_LETTERS = 56;

    /**
     * Actions for other datasets and for the selected one.
     *
     * @param openFolder action that asks for a folder and selects it
     * @param openArchive action that asks for an archive and selects it
     * @param download action that shows the downloads
     * @param check action that shows the check
     * @param options action that shows the options
     */
    public record Handlers(
            Runnable openFolder, Runnable openArchive, Runnable download, Runnable check, Runnable options) {}

    private final DatasetChoiceViewModel model;
    private final Handlers handlers;
    private final Runnable classes;
    private final Messages texts;
    private final MenuButton button = new MenuButton();

    /**
     * Creates the menu.
     *
     * @param classes action that shows the classes of the selected dataset
     */
    DatasetPicker(
            DatasetChoiceViewModel model, Handlers handlers, Runnable classes, Messages texts, Disposables lifetime) {
        this.model = model;
        this.handlers = handlers;
        this.classes = classes;
        this.texts = texts;
        button.setId("dataset-picker");
        button.getStyleClass().add("card-picker");
        button.setMinWidth(MenuButton.USE_PREF_SIZE);
        button.setAccessibleText(texts.get("dataset.choose"));
        button.setOnShowing(event -> model.refreshRecent());
        lifetime.follow(() -> button.getItems().setAll(items()), model.recent(), model.busyProperty());
    }

    MenuButton node() {
        return button;
    }

    private List<MenuItem> items() {
        boolean busy = model.busyProperty().getValue();
        List<MenuItem> items = new ArrayList<>();
        items.add(item(texts.get("dataset.bundledName"), busy, model::chooseBundled));
        model.recent().forEach(recent -> items.add(item(recent, busy)));
        items.add(new SeparatorMenuItem());
        items.add(item("command.datasetFolder", StudioIcon.OPEN, busy, handlers.openFolder()));
        items.add(item("command.datasetArchive", StudioIcon.ARCHIVE, busy, handlers.openArchive()));
        items.add(item("command.datasetDownload", StudioIcon.FETCH, false, handlers.download()));
        items.add(item("dataset.reload", StudioIcon.RESET, busy, model::reload));
        items.add(new SeparatorMenuItem());
        items.add(item("command.datasetCheck", StudioIcon.CHECK, false, handlers.check()));
        items.add(item("command.datasetOptions", StudioIcon.OPTIONS, false, handlers.options()));
        items.add(item("dataset.classes.show", StudioIcon.CLASSES, false, classes));
        return items;
    }

    private MenuItem item(RecentDataset recent, boolean busy) {
        String place = shortened(recent.source()
                .substring(0, recent.source().length() - recent.name().length()));
        String words = recent.isPresent()
                ? texts.format("dataset.recent", recent.name(), place)
                : texts.format("dataset.recent.gone", recent.name(), place);
        return item(words, busy || !recent.isPresent(), () -> model.choose(Path.of(recent.source())));
    }

    /** Shortens a path at its beginning, because its end is more informative. */
    private static String shortened(String path) {
        return path.length() <= MOST_LETTERS ? path : "…" + path.substring(path.length() - MOST_LETTERS);
    }

    private static MenuItem item(String words, boolean disabled, Runnable action) {
        MenuItem item = new MenuItem(words);
        // Underscores are part of names here.
        item.setMnemonicParsing(false);
        item.setDisable(disabled);
        item.setOnAction(event -> action.run());
        return item;
    }

    private MenuItem item(String key, StudioIcon icon, boolean disabled, Runnable action) {
        MenuItem item = item(texts.get(key), disabled, action);
        Node graphic = icon.node();
        item.setGraphic(graphic);
        item.setId("picker-" + key);
        return item;
    }
}
