package org.dwastudio.ui.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.dwastudio.stage.comparison.Caution;
import org.dwastudio.stage.comparison.Comparison;
import org.dwastudio.ui.comparison.again.RunAgainViewModel.StartPhase;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** Line above the runs: how many settings differ, what limits the comparison, and the actions. */
final class ComparisonHeader {
    private static final double TWO_LINES = 42;

    private final ComparisonViewModel model;
    private final ComparisonHandlers handlers;
    private final Messages texts;
    private final Label summary = new Label();
    private final MenuButton addFirst;
    private final HBox node;

    ComparisonHeader(ComparisonViewModel model, ComparisonHandlers handlers, Messages texts, Disposables lifetime) {
        this.model = model;
        this.handlers = handlers;
        this.texts = texts;
        summary.setId("comparison-summary");
        summary.getStyleClass().add("muted");
        summary.setMaxWidth(Double.MAX_VALUE);
        summary.setMinHeight(TWO_LINES);
        summary.setWrapText(true);
        summary.setMinWidth(0);
        HBox.setHgrow(summary, Priority.ALWAYS);
        Button refresh =
                new ActionButton("comparison-refresh", texts.get("history.refresh"), StudioIcon.RESET, model::refresh);
        Button page =
                new ActionButton("comparison-page", texts.get("comparison.page"), StudioIcon.REPORT, this::writePage);
        lifetime.follow(
                model.contentProperty(),
                content -> page.setDisable(content.comparison().isEmpty()));
        addFirst = addButton("comparison-add-first", lifetime);
        node = new HBox(summary, addButton("comparison-add", lifetime), refresh, page);
        node.getStyleClass().add("comparison-header");
        lifetime.follow(
                this::showSummary,
                model.contentProperty(),
                model.readingProperty(),
                model.folders(),
                model.again().phaseProperty());
    }

    HBox node() {
        return node;
    }

    /** Returns the button that adds a run, for the middle of an empty comparison. */
    MenuButton addFirst() {
        return addFirst;
    }

    /** Returns a button with the three ways to add a run; disabled while there are as many as fit. */
    private MenuButton addButton(String id, Disposables lifetime) {
        MenuButton add = new MenuButton(texts.get("comparison.add"), StudioIcon.NEW.node());
        add.setId(id);
        add.getStyleClass().add("run-button");
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.getItems()
                .addAll(
                        item("comparison.add.history", StudioIcon.HISTORY, handlers.history()),
                        item("comparison.add.folder", StudioIcon.OPEN, () -> handlers.folder()
                                .get()
                                .ifPresent(model::add)),
                        item("comparison.add.current", StudioIcon.IMAGES, model::addCurrent));
        lifetime.follow(() -> add.setDisable(model.isFull()), model.folders());
        return add;
    }

    private MenuItem item(String key, StudioIcon icon, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key), icon.node());
        item.setOnAction(event -> action.run());
        return item;
    }

    private void writePage() {
        handlers.page()
                .get()
                .ifPresent(file -> model.writePage(file, texts.language().locale()));
    }

    private void showSummary() {
        StartPhase start = model.again().phaseProperty().get();
        summary.setText(
                start != StartPhase.NONE
                        ? texts.get("comparison.again." + start.name().toLowerCase(Locale.ROOT))
                        : model.readingProperty().get()
                                ? texts.get("history.reading")
                                : model.contentProperty()
                                        .get()
                                        .comparison()
                                        .map(this::summary)
                                        .orElse(""));
        summary.setTooltip(summary.getText().isEmpty() ? null : new Tooltip(summary.getText()));
    }

    private String summary(Comparison comparison) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                comparison.settings().isEmpty()
                        ? texts.format("comparison.summary.same", comparison.settingCount())
                        : texts.format(
                                "comparison.summary", comparison.settings().size(), comparison.settingCount()));
        sentences.addAll(comparison.cautions().stream()
                .map(Caution::key)
                .map(key -> texts.get("comparison.caution." + key))
                .toList());
        return sentences.stream().collect(Collectors.joining(" "));
    }
}
