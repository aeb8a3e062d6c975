package org.dwastudio.ui.comparison;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.stage.comparison.ComparedRun;
import org.dwastudio.text.Message;
import org.dwastudio.ui.comparison.again.RunAgainPopOver;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.screen.Messages;

/**
 * Maker of the cards of runs: letter, name, date, state, number of images, and what is missing.
 *
 * @param model comparison whose runs the buttons of a card move and remove
 * @param texts texts of the window
 */
record RunCard(ComparisonViewModel model, Messages texts) {
    private static final double LEAST_NAME = 60;
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .appendPattern("HH:mm")
            .toFormatter(Locale.ROOT);

    /**
     * Returns the card of a run.
     *
     * @param place place among the runs that can be read, from 0
     * @param first true for the first column
     */
    Node node(RunColumn column, int place, boolean first) {
        HBox head = new HBox();
        head.getStyleClass().add("run-card-head");
        VBox card = new VBox(head);
        card.getStyleClass().addAll("run-card", RunColor.of(place).styleClass());
        column.content().ifPresent(content -> {
            ComparedRun run = content.run();
            head.getChildren().addAll(RunColor.letter(run, place), name(run.name(), column.folder()));
            card.getChildren().addAll(muted(state(content)), again(run));
        });
        column.failure().ifPresent(failure -> {
            card.getStyleClass().add("failed");
            head.getChildren().add(name(column.folder().getFileName().toString(), column.folder()));
            card.getChildren().add(problem(failure));
        });
        if (!first) {
            head.getChildren().add(button("first", StudioIcon.FIRST, () -> model.moveToFront(column.folder())));
        }
        head.getChildren().add(button("remove", StudioIcon.CLOSE, () -> model.remove(column.folder())));
        return card;
    }

    private Hyperlink again(ComparedRun run) {
        Hyperlink link = new Hyperlink(texts.get("comparison.again"));
        link.getStyleClass().add("run-card-again");
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(event -> {
            link.setVisited(false);
            new RunAgainPopOver(
                            model.again(),
                            run,
                            model.editableSettings(),
                            model.isFull() ? "comparison.again.replaces" : "comparison.again.added",
                            () -> model.shownProperty().set(false),
                            new SettingText(texts)::name,
                            texts)
                    .show(link);
        });
        return link;
    }

    private Label name(String name, Path folder) {
        Label label = new Label(name);
        label.getStyleClass().add("card-title");
        label.setTooltip(new Tooltip(folder.toString()));
        label.setMinWidth(LEAST_NAME);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    private Label problem(Message failure) {
        Label label = new Label(texts.show(failure));
        label.getStyleClass().add("option-problem");
        label.setWrapText(true);
        label.setTooltip(new Tooltip(texts.show(failure)));
        return label;
    }

    private String state(RunContent content) {
        ComparedRun run = content.run();
        String key = content.kept().hasSnapshots() ? "comparison.card" : "comparison.card.noSnapshots";
        String state = texts.format(
                key, texts.get("history.state." + run.state().name().toLowerCase(Locale.ROOT)), run.images());
        return content.started()
                .map(started -> texts.format("comparison.card.started", state, date(started)))
                .orElse(state);
    }

    private static String date(Instant started) {
        return TIME.format(started.atZone(ZoneId.systemDefault()));
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setTooltip(new Tooltip(text));
        return label;
    }

    private Button button(String key, StudioIcon icon, Runnable action) {
        Button button = new Button("", icon.node());
        button.getStyleClass().addAll("quiet-button", "run-card-" + key);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(texts.get("comparison." + key)));
        button.setAccessibleText(texts.get("comparison." + key));
        button.setOnAction(event -> action.run());
        return button;
    }
}
