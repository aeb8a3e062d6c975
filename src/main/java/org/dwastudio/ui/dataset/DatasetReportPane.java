package org.dwastudio.ui.dataset;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.data.check.DatasetReport;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.screen.Messages;

/** Findings of a check, section by section; a section without findings is one line. */
final class DatasetReportPane extends VBox {
    private static final int MOST_SIZES = 6;

    private final DatasetReport report;
    private final DatasetReportMessages words;
    private final Messages texts;

    /**
     * Creates the pane.
     *
     * @param useNormalization button that copies the normalization to the experiment; shown next to mean and deviation
     */
    DatasetReportPane(DatasetReport report, Button useNormalization, Messages texts) {
        this.report = report;
        this.texts = texts;
        words = new DatasetReportMessages(report, texts);
        getStyleClass().add("dataset-report");
        getChildren()
                .addAll(
                        wrapped(words.summary()),
                        notes(),
                        section("dataset.report.classes", classes()),
                        section("dataset.report.sizes", sizes()),
                        section("dataset.report.statistics", statistics(useNormalization)),
                        section("dataset.report.files", findings(words.unreadable(), words.unreadableLines())),
                        section("dataset.report.twice", findings(words.duplicates(), words.duplicateLines())),
                        section("dataset.report.labels", findings(words.conflicts(), words.conflictLines())));
    }

    private VBox section(String titleKey, List<? extends Node> content) {
        Label title = new Label(texts.get(titleKey));
        title.getStyleClass().add("group-title");
        VBox box = new VBox(title);
        box.getStyleClass().add("report-section");
        box.getChildren().addAll(content);
        return box;
    }

    private Node notes() {
        VBox notes = new VBox();
        report.notes().forEach(note -> notes.getChildren()
                .add(verdict(DatasetNotes.describe(note, texts), !note.kind().isWarning())));
        return notes;
    }

    private List<Node> classes() {
        Label balance = verdict(words.balance(), words.isBalanced());
        return List.of(balance, new ClassCountTable(report.classes(), texts));
    }

    private List<Node> sizes() {
        List<Node> lines = new ArrayList<>();
        words.shapes().ifPresent(loss -> lines.add(verdict(loss, false)));
        report.sizes().stream().limit(MOST_SIZES).forEach(size -> lines.add(wrapped(words.size(size))));
        if (report.sizes().size() > MOST_SIZES) {
            lines.add(wrapped(texts.format(
                    "dataset.report.moreSizes",
                    DatasetReportMessages.number(report.sizes().size() - MOST_SIZES))));
        }
        if (report.sizes().size() > 1) {
            lines.add(wrapped(texts.get("dataset.report.manySizes")));
        }
        return lines;
    }

    private List<Node> statistics(Button useNormalization) {
        Label numbers = wrapped(words.normalization());
        HBox.setHgrow(numbers, Priority.ALWAYS);
        numbers.setMaxWidth(Double.MAX_VALUE);
        if (report.normalization().isEmpty()) {
            return List.of(numbers);
        }
        useNormalization.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(numbers, useNormalization);
        row.getStyleClass().add("work-row");
        return List.of(row);
    }

    private List<Node> findings(String sentence, List<String> lines) {
        Label verdict = verdict(sentence, lines.isEmpty());
        if (lines.isEmpty()) {
            return List.of(verdict);
        }
        verdict.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(verdict, Priority.ALWAYS);
        Button copy = new ActionButton(
                "copy-list", texts.get("dataset.report.copyList"), StudioIcon.COPY, () -> FindingList.copy(lines));
        HBox row = new HBox(verdict, copy);
        row.getStyleClass().add("work-row");
        return List.of(row, new FindingList(lines));
    }

    private static Label verdict(String sentence, boolean good) {
        Label label = wrapped(sentence);
        label.setGraphic((good ? StudioIcon.DONE : StudioIcon.FAILED).node());
        label.getStyleClass().add(good ? "finding-none" : "finding-some");
        return label;
    }

    private static Label wrapped(String sentence) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
