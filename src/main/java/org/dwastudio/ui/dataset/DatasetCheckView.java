package org.dwastudio.ui.dataset;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Source;
import org.dwastudio.data.check.DatasetReport;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.fx.WorkProgress;
import org.dwastudio.ui.screen.Messages;

/** View of a dataset check: its progress, then its findings. */
public final class DatasetCheckView {
    private final DatasetCheckViewModel model;
    private final Messages texts;
    private final Label subject = new Label();
    private final Label status = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel;
    private final Button again;
    private final Button copy;
    private final Button useFound;
    private final ScrollPane findings = new ScrollPane();
    private final VBox node;

    public DatasetCheckView(
            DatasetCheckViewModel model, DatasetChoiceViewModel choice, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        cancel = button("check-cancel", "dataset.cancel", StudioIcon.STOP, model::cancel);
        again = button("check-again", "dataset.check.again", StudioIcon.RESET, model::start);
        copy = button("check-copy", "dataset.check.copy", StudioIcon.COPY, this::copyReport);
        useFound = button("check-use", "dataset.check.use", StudioIcon.DONE, model::useFound);
        subject.getStyleClass().add("card-title");
        subject.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(subject, Priority.ALWAYS);
        status.setId("check-status");
        status.setWrapText(true);
        status.setMinHeight(Region.USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        findings.setFitToWidth(true);
        findings.getStyleClass().add("plain-scroll");
        VBox.setVgrow(findings, Priority.ALWAYS);
        HBox header = new HBox(subject, cancel, again, copy);
        header.getStyleClass().add("work-row");
        node = new VBox(header, bar, status, findings);
        node.getStyleClass().add("dataset-work");
        lifetime.follow(model.reportProperty(), this::show);
        lifetime.follow(
                this::showState,
                model.stateProperty(),
                model.progressProperty(),
                model.problemProperty(),
                model.subjectProperty(),
                choice.datasetProperty(),
                choice.busyProperty());
        lifetime.follow(
                () -> useFound.setDisable(model.usesFound()
                        || !model.isAboutCurrent()
                        || choice.busyProperty().getValue()),
                model.reportProperty(),
                model.subjectProperty(),
                choice.datasetProperty(),
                choice.busyProperty());
    }

    public VBox node() {
        return node;
    }

    private void show(Optional<DatasetReport> report) {
        findings.setContent(report.<Region>map(found -> new DatasetReportPane(found, useFound, texts))
                .orElseGet(Region::new));
        findings.setVvalue(0);
    }

    private void showState() {
        WorkState state = model.stateProperty().get();
        subject.setText(model.subjectProperty().get().map(this::nameOf).orElse(""));
        Visibility.show(cancel, state.isActive());
        cancel.setDisable(state == WorkState.CANCELLING);
        Visibility.show(again, !state.isActive());
        Visibility.show(copy, state == WorkState.DONE);
        Visibility.show(bar, state.isActive());
        bar.setProgress(model.progressProperty().get().fraction());
        String words = statusText(state);
        status.setText(words);
        Visibility.show(status, !words.isEmpty());
    }

    private String nameOf(DatasetConfig config) {
        return Source.isBundled(config.source()) ? texts.get("dataset.bundledName") : config.source();
    }

    private String statusText(WorkState state) {
        return switch (state) {
            case READY -> "";
            case RUNNING, CANCELLING -> progressText(model.progressProperty().get());
            case CANCELLED -> texts.get("dataset.check.canceled");
            case FAILED ->
                model.problemProperty()
                        .get()
                        .map(problem -> texts.format("dataset.check.failed", problem))
                        .orElse("");
            case DONE -> model.isAboutCurrent() ? "" : texts.get("dataset.check.other");
        };
    }

    private String progressText(WorkProgress now) {
        return now.total() > 0
                ? texts.format(
                        "dataset.check.progress",
                        DatasetReportMessages.number(now.done()),
                        DatasetReportMessages.number(now.total()))
                : texts.get("dataset.check.begins");
    }

    private void copyReport() {
        model.reportProperty()
                .get()
                .ifPresent(report -> FindingList.copy(List.of(new DatasetReportMessages(report, texts).markdown())));
    }

    private Button button(String id, String key, StudioIcon icon, Runnable action) {
        return new ActionButton(id, texts.get(key), icon, action);
    }
}
