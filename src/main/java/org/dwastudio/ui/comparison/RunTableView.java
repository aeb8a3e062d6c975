package org.dwastudio.ui.comparison;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.dwastudio.stage.comparison.Comparison;
import org.dwastudio.stage.comparison.DifferingSetting;
import org.dwastudio.stage.comparison.SettingValue;
import org.dwastudio.ui.control.SubscriptLabel;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** View of the cards of all runs and, below them, the settings that differ. */
final class RunTableView {
    private static final int FEW_SETTINGS = 3;
    private static final int MOST_SETTINGS = 8;
    private static final double ROW = 22;

    private final ComparisonViewModel model;
    private final Messages texts;
    private final SettingText settingText;
    private final RunCard card;
    private final BooleanProperty expanded = new SimpleBooleanProperty(this, "expanded");
    private final IntegerProperty most = new SimpleIntegerProperty(this, "most", MOST_SETTINGS);
    private final ScrollPane scroll = new ScrollPane();
    private final VBox node = new VBox();

    RunTableView(ComparisonViewModel model, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        settingText = new SettingText(texts);
        card = new RunCard(model, texts);
        node.setId("comparison-runs");
        node.setMinHeight(VBox.USE_PREF_SIZE);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("comparison-settings");
        lifetime.follow(this::show, model.contentProperty(), expanded, most);
    }

    VBox node() {
        return node;
    }

    /** Leaves the room to the images: at a low height fewer settings are shown at first. */
    void fit(boolean low) {
        most.set(low ? FEW_SETTINGS : MOST_SETTINGS);
    }

    private void show() {
        ComparisonContent content = model.contentProperty().get();
        int columns = content.columns().size();
        GridPane cards = RunColumns.grid(columns);
        int place = 0;
        for (int column = 0; column < columns; column++) {
            RunColumn run = content.columns().get(column);
            cards.add(card.node(run, place, column == 0), column + 1, 0);
            place += run.content().isPresent() ? 1 : 0;
        }
        node.getChildren().setAll(cards);
        content.comparison().ifPresent(comparison -> addSettings(content, comparison));
    }

    private void addSettings(ComparisonContent content, Comparison comparison) {
        GridPane table = RunColumns.grid(content.columns().size());
        List<DifferingSetting> all = comparison.settings();
        List<DifferingSetting> shown = expanded.get() ? all : all.subList(0, Math.min(most.get(), all.size()));
        for (int row = 0; row < shown.size(); row++) {
            addRow(table, row, content, shown.get(row));
        }
        if (all.size() > most.get()) {
            Hyperlink more = new Hyperlink(
                    expanded.get()
                            ? texts.get("comparison.settings.fewer")
                            : texts.format("comparison.settings.more", all.size() - most.get()));
            more.setId("comparison-more");
            more.setOnAction(event -> expanded.set(!expanded.get()));
            GridPane.setHalignment(more, HPos.RIGHT);
            table.add(more, 0, shown.size());
        }
        scroll.setContent(table);
        scroll.setMaxHeight(ROW * (most.get() + 1) + 2);
        node.getChildren().add(scroll);
    }

    private void addRow(GridPane table, int row, ComparisonContent content, DifferingSetting setting) {
        SubscriptLabel name = new SubscriptLabel();
        name.nameProperty().set(settingText.name(setting.key()));
        name.getStyleClass().add("muted");
        name.setTooltip(new Tooltip(setting.key()));
        GridPane.setHalignment(name, HPos.RIGHT);
        table.add(name, 0, row);
        int place = 0;
        for (int column = 0; column < content.columns().size(); column++) {
            Optional<RunContent> run = content.columns().get(column).content();
            if (run.isPresent()) {
                table.add(cell(setting, place), column + 1, row);
                place++;
            }
        }
    }

    private Node cell(DifferingSetting setting, int place) {
        SettingValue value = setting.values().get(place);
        Label cell = new Label(settingText.value(value));
        cell.getStyleClass().add("comparison-cell");
        if (!value.equals(setting.values().get(0))) {
            cell.getStyleClass().add("differs");
        }
        cell.setMaxWidth(Double.MAX_VALUE);
        cell.setPrefHeight(ROW);
        cell.setTooltip(new Tooltip(cell.getText()));
        return cell;
    }
}
