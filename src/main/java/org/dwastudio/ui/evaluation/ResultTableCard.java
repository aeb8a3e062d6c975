package org.dwastudio.ui.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.TextAlignment;
import org.dwastudio.stage.evaluation.result.ResultColumn;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.evaluation.EvaluationResults.Measured;
import org.dwastudio.ui.evaluation.EvaluationResults.Row;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.DurationText;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.screen.PercentText;

/** Table of the results, with a command that copies it to the clipboard. */
final class ResultTableCard {
    private static final int FIRST_NUMBER = 2;
    private static final double PERCENT = 100;
    private static final int DIGITS = 3;
    private static final double SEVERAL_WORDS = 66;

    private final EvaluationViewModel model;
    private final Messages texts;
    private final GridPane table = new GridPane();
    private final Hyperlink useRecipe = new Hyperlink();
    private final Label unequal;
    private final HBox copies = new HBox();
    private final Card card;

    ResultTableCard(EvaluationViewModel model, Consumer<String> copy, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        table.setId("result-table");
        table.getStyleClass().add("result-table");
        useRecipe.setId("evaluation-use-recipe");
        useRecipe.getStyleClass().add("reset-link");
        useRecipe.setText(texts.get("evaluation.table.useRecipe"));
        useRecipe.setOnAction(event -> model.useRecipeOfResults());
        copies.getStyleClass().add("tool-group-tight");
        copies.getChildren()
                .addAll(
                        copyButton("markdown", EvaluationResults::markdown, copy),
                        copyButton("latex", EvaluationResults::latex, copy),
                        copyButton("csv", EvaluationResults::csv, copy));
        unequal = new Label(texts.get("evaluation.table.unequalClasses"));
        unequal.setId("evaluation-unequal-classes");
        unequal.getStyleClass().add("muted");
        unequal.setWrapText(true);
        unequal.setMinHeight(Label.USE_PREF_SIZE);
        card = new Card(texts.get("evaluation.table.title"), table, unequal, useRecipe);
        card.addAside(copies);
        lifetime.follow(this::show, model.resultsProperty(), model.queueProperty());
    }

    Card node() {
        return card;
    }

    private Button copyButton(String format, Function<EvaluationResults, String> text, Consumer<String> copy) {
        Button button = new ActionButton(
                        "evaluation-copy-" + format,
                        texts.get("evaluation.copy." + format),
                        StudioIcon.COPY,
                        () -> model.resultsProperty().get().map(text).ifPresent(copy))
                .small();
        button.setTooltip(new Tooltip(texts.get("evaluation.copy." + format + ".help")));
        return button;
    }

    private void show() {
        Optional<EvaluationResults> results = model.resultsProperty().get();
        table.getChildren().clear();
        table.getColumnConstraints().clear();
        Visibility.show(table, results.isPresent());
        Visibility.show(copies, results.isPresent());
        Visibility.show(
                unequal, results.map(EvaluationResults::onUnequalClasses).orElse(false));
        Visibility.show(useRecipe, model.showsOtherRecipe());
        card.subtitleProperty().set(results.isPresent() ? otherRecipe() : texts.get("evaluation.table.none"));
        results.ifPresent(this::fill);
    }

    private String otherRecipe() {
        if (!model.showsOtherRecipe()) {
            return "";
        }
        EvaluationResults results = model.resultsProperty().get().orElseThrow();
        return texts.format(
                "evaluation.table.otherRecipe",
                texts.getOr(
                        "network." + results.config().network().architecture(),
                        results.config().network().architecture()),
                results.config().epochs());
    }

    private void fill(EvaluationResults results) {
        ResultColumn[] columns = ResultColumn.values();
        for (int i = 0; i < columns.length; i++) {
            ResultColumn result = columns[i];
            ColumnConstraints column = new ColumnConstraints();
            column.setHgrow(Priority.ALWAYS);
            column.setHalignment(i < FIRST_NUMBER ? HPos.LEFT : HPos.RIGHT);
            table.getColumnConstraints().add(column);
            Label heading = new Label(result.title(texts.language().locale()));
            heading.setWrapText(true);
            if (heading.getText().contains(" ")) {
                // Several words take two lines, so that single words are not broken.
                heading.setPrefWidth(SEVERAL_WORDS);
            }
            heading.setTextAlignment(i < FIRST_NUMBER ? TextAlignment.LEFT : TextAlignment.RIGHT);
            heading.getStyleClass().add("result-heading");
            heading.setTooltip(new Tooltip(texts.get("evaluation.column." + result.key() + ".help")));
            table.add(heading, i, 0);
        }
        for (int i = 0; i < results.rows().size(); i++) {
            addRow(i + 1, results.rows().get(i));
        }
    }

    private void addRow(int line, Row row) {
        List<String> cells = List.of(
                row.kind().setName(texts),
                row.kind().labelsName(texts),
                String.format(Locale.ROOT, "%,d", row.images()),
                texts.format("evaluation.kept", percentOf(row.kept())),
                Integer.toString(row.students()),
                spread(row.last(), row.students()),
                spread(row.balanced(), row.students()),
                spread(row.best(), row.students()),
                spread(row.topFive(), row.students()),
                DurationText.format(row.seconds(), texts));
        for (int i = 0; i < cells.size(); i++) {
            Label cell = new Label(cells.get(i));
            cell.setMinWidth(Label.USE_PREF_SIZE);
            cell.getStyleClass().add(i == 0 ? row.kind().ink().styleClass() : "result-cell");
            if (row.kind().isMain()) {
                cell.getStyleClass().add("main-result");
            }
            table.add(cell, i, line);
        }
    }

    /** With three digits that count, and no zeros after them. */
    private static String percentOf(double share) {
        return BigDecimal.valueOf(PERCENT * share)
                .round(new MathContext(DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A single student has no spread. */
    private String spread(Measured measured, int students) {
        return students < 2
                ? PercentText.of(measured.mean())
                : texts.format(
                        "evaluation.spread", PercentText.of(measured.mean()), PercentText.of(measured.deviation()));
    }
}
