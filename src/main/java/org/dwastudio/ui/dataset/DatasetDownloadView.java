package org.dwastudio.ui.dataset;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.data.PublishedDataset;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.fx.WorkProgress;
import org.dwastudio.ui.screen.ByteSizeText;
import org.dwastudio.ui.screen.DurationText;
import org.dwastudio.ui.screen.Messages;

/** View of the published datasets with their terms, the target folder, and the progress of a download. */
public final class DatasetDownloadView {
    private final DatasetDownloadViewModel model;
    private final Supplier<Optional<Path>> folderPicker;
    private final Messages texts;
    private final Disposables lifetime;
    private final ToggleGroup group = new ToggleGroup();
    private final VBox list = new VBox();
    private final Label folder = new Label();
    private final Button chooseFolder;
    private final Button start;
    private final Button cancel;
    private final ProgressBar bar = new ProgressBar();
    private final Label status = new Label();
    private final VBox node;

    /**
     * Creates the view.
     *
     * @param folderPicker dialog that asks the user for the target folder
     */
    public DatasetDownloadView(
            DatasetDownloadViewModel model,
            Supplier<Optional<Path>> folderPicker,
            Messages texts,
            Disposables lifetime) {
        this.model = model;
        this.folderPicker = folderPicker;
        this.texts = texts;
        this.lifetime = lifetime;
        chooseFolder = button("download-folder", "dataset.download.change", StudioIcon.OPEN, this::askForFolder);
        start = button("download-start", "dataset.download.start", StudioIcon.FETCH, model::start);
        cancel = button("download-cancel", "dataset.cancel", StudioIcon.STOP, model::cancel);
        list.getStyleClass().add("published-list");
        for (PublishedDataset dataset : PublishedDataset.values()) {
            list.getChildren().add(entry(dataset));
        }
        status.setId("download-status");
        status.setWrapText(true);
        status.setMinHeight(Region.USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox actions = new HBox(start, cancel, bar);
        actions.getStyleClass().add("work-row");
        Label promise = new Label(texts.get("dataset.download.promise"));
        promise.getStyleClass().add("muted");
        promise.setWrapText(true);
        promise.setMinHeight(Region.USE_PREF_SIZE);
        node = new VBox(promise, list, target(), actions, status);
        node.getStyleClass().add("dataset-work");
        lifetime.follow(
                this::showState,
                model.stateProperty(),
                model.progressProperty(),
                model.problemProperty(),
                model.chosenProperty(),
                model.folderProperty());
    }

    public VBox node() {
        return node;
    }

    private VBox entry(PublishedDataset dataset) {
        RadioButton name = new RadioButton(dataset.displayName());
        name.setId("download-" + dataset.key());
        name.setToggleGroup(group);
        name.getStyleClass().add("published-name");
        name.setOnAction(event -> model.chosenProperty().set(dataset));
        lifetime.follow(model.chosenProperty(), chosen -> name.setSelected(chosen == dataset));
        Label facts = new Label(texts.format(
                "dataset.download.facts", ByteSizeText.format(dataset.downloadBytes()), publisherOf(dataset)));
        facts.getStyleClass().add("muted");
        VBox box = new VBox(name, inset(facts));
        Label license = new Label(texts.show(dataset.license()));
        license.setWrapText(true);
        license.setMinHeight(Region.USE_PREF_SIZE);
        license.getStyleClass().add("published-license");
        box.getChildren().add(inset(license));
        return box;
    }

    private static String publisherOf(PublishedDataset dataset) {
        return dataset.files().stream()
                .map(file -> file.address().getHost())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Node inset(Label label) {
        HBox row = new HBox(label);
        row.getStyleClass().add("published-words");
        return row;
    }

    private HBox target() {
        Label title = new Label(texts.get("dataset.download.into"));
        title.setMinWidth(Region.USE_PREF_SIZE);
        folder.setId("download-target");
        folder.getStyleClass().add("muted");
        folder.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        folder.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(folder, Priority.ALWAYS);
        lifetime.follow(
                () -> folder.setText(model.parentProperty()
                        .get()
                        .resolve(model.chosenProperty().get().key())
                        .toString()),
                model.parentProperty(),
                model.chosenProperty());
        HBox row = new HBox(title, folder, chooseFolder);
        row.getStyleClass().add("work-row");
        return row;
    }

    private void askForFolder() {
        folderPicker.get().ifPresent(model.parentProperty()::set);
    }

    private void showState() {
        WorkState state = model.stateProperty().get();
        list.setDisable(state.isActive());
        chooseFolder.setDisable(state.isActive());
        start.setDisable(state.isActive() || state == WorkState.DONE);
        start.setText(texts.get(startKey(state)));
        cancel.setDisable(state != WorkState.RUNNING);
        bar.setVisible(state.isActive());
        bar.setProgress(model.progressProperty().get().fraction());
        status.setText(statusText(state));
        status.setGraphic(
                switch (state) {
                    case FAILED -> StudioIcon.FAILED.node();
                    case DONE -> StudioIcon.DONE.node();
                    default -> null;
                });
        status.getStyleClass().removeAll("finding-some", "finding-none");
        status.getStyleClass().add(state == WorkState.FAILED ? "finding-some" : "finding-none");
    }

    private static String startKey(WorkState state) {
        return switch (state) {
            case FAILED -> "dataset.download.retry";
            case CANCELLED -> "dataset.download.goOn";
            default -> "dataset.download.start";
        };
    }

    private String statusText(WorkState state) {
        return switch (state) {
            case READY ->
                texts.format(
                        "dataset.download.willFetch",
                        ByteSizeText.format(model.chosenProperty().get().downloadBytes()));
            case RUNNING -> progressText(model.progressProperty().get());
            case CANCELLING -> texts.get("dataset.download.canceling");
            case CANCELLED -> texts.get("dataset.download.canceled");
            case FAILED ->
                model.problemProperty()
                        .get()
                        .map(problem -> texts.format("dataset.download.failed", problem))
                        .orElse("");
            case DONE ->
                texts.format(
                        "dataset.download.done",
                        model.folderProperty().get().map(Path::toString).orElse(""));
        };
    }

    private String progressText(WorkProgress now) {
        if (now.total() <= 0) {
            return now.done() > 0
                    ? texts.format("dataset.download.fetched", ByteSizeText.format(now.done()))
                    : texts.get("dataset.download.connecting");
        }
        if (now.done() >= now.total()) {
            return texts.get("dataset.download.unpacking");
        }
        String amount = texts.format(
                "dataset.download.amount", ByteSizeText.format(now.done()), ByteSizeText.format(now.total()));
        OptionalDouble pace = model.bytesPerSecond();
        OptionalDouble left = model.secondsLeft();
        return pace.isPresent() && left.isPresent()
                ? texts.format(
                        "dataset.download.progress",
                        amount,
                        ByteSizeText.format(Math.round(pace.getAsDouble())),
                        DurationText.approximate(left.getAsDouble(), texts))
                : amount;
    }

    private Button button(String id, String key, StudioIcon icon, Runnable action) {
        return new ActionButton(id, texts.get(key), icon, action);
    }
}
