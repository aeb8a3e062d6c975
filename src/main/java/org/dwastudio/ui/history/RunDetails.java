package org.dwastudio.ui.history;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.dwastudio.run.history.RunNotes;
import org.dwastudio.run.history.RunSummary;
import org.dwastudio.ui.preview.PreviewSize;
import org.dwastudio.ui.preview.RunThumbnail;
import org.dwastudio.ui.screen.Messages;

/** Details of one run with editable name, tags and note, which are saved when their field loses the focus. */
final class RunDetails {
    private static final double IMAGES_HEIGHT = 132;
    private static final double IMAGES_WIDTH = 180;
    private static final PreviewSize MOST_IMAGES = new PreviewSize(10, 13);

    private final RunHistoryViewModel model;
    private final Messages texts;
    private final RunThumbnail images;
    private final TextField name = new TextField();
    private final Label folder = new Label();
    private final Label problem = new Label();
    private final TextField tags = new TextField();
    private final TextArea note = new TextArea();
    private final HBox node = new HBox();
    private Optional<Path> shown = Optional.empty();

    RunDetails(RunHistoryViewModel model, Messages texts) {
        this.model = model;
        this.texts = texts;
        images = new RunThumbnail(model.imagesReader(), MOST_IMAGES, IMAGES_WIDTH, IMAGES_HEIGHT);
        name.setId("run-name");
        name.setAccessibleText(texts.get("history.column.name"));
        name.setOnAction(event -> keep());
        name.focusedProperty().subscribe(this::keepWhenLeft);
        folder.getStyleClass().add("muted");
        folder.setWrapText(true);
        problem.setId("run-problem");
        problem.getStyleClass().add("option-problem");
        problem.setWrapText(true);
        tags.setId("run-tags");
        note.setId("run-note");
        note.setWrapText(true);
        note.setPrefRowCount(3);
        tags.setPromptText(texts.get("history.tags.prompt"));
        note.setPromptText(texts.get("history.note.prompt"));
        tags.setOnAction(event -> keep());
        tags.focusedProperty().subscribe(this::keepWhenLeft);
        note.focusedProperty().subscribe(this::keepWhenLeft);
        VBox facts = new VBox(name, folder, problem);
        VBox words = new VBox(labelOf("tags", tags), tags, labelOf("note", note), note);
        facts.getStyleClass().add("run-facts");
        words.getStyleClass().add("run-words");
        VBox.setVgrow(note, Priority.ALWAYS);
        HBox.setHgrow(facts, Priority.ALWAYS);
        HBox.setHgrow(words, Priority.ALWAYS);
        facts.setPrefWidth(IMAGES_WIDTH);
        words.setPrefWidth(IMAGES_WIDTH);
        node.getStyleClass().add("run-details");
        node.getChildren().addAll(images, facts, words);
        show(Optional.empty());
    }

    HBox node() {
        return node;
    }

    /** Saves the notes of the previous run and shows another one. */
    void show(Optional<RunSummary> run) {
        if (run.map(RunSummary::folder).equals(shown) && run.isPresent()) {
            showFacts(run.get());
            return;
        }
        keep();
        shown = run.map(RunSummary::folder);
        node.setDisable(run.isEmpty());
        name.setText(run.map(RunSummary::name).orElse(""));
        name.setPromptText(run.map(RunSummary::ownName).orElse(texts.get("history.choose")));
        tags.setText(run.map(one -> one.notes().tagLine()).orElse(""));
        note.setText(run.map(one -> one.notes().note()).orElse(""));
        images.setRun(run.filter(one -> one.contactSheet().isPresent()).map(RunSummary::folder));
        run.ifPresentOrElse(this::showFacts, () -> {
            folder.setText("");
            problem.setText("");
        });
    }

    /** Saves the name, the tags and the note. */
    void keep() {
        shown.flatMap(model::runIn).ifPresent(run -> {
            String given = name.getText().strip();
            model.annotate(
                    run, RunNotes.typed(given.equals(run.ownName()) ? "" : given, tags.getText(), note.getText()));
        });
    }

    private void showFacts(RunSummary run) {
        folder.setText(run.folder().toString());
        problem.setText(run.problem());
    }

    private void keepWhenLeft(boolean focused) {
        if (!focused) {
            keep();
        }
    }

    private Label labelOf(String key, Node field) {
        Label label = new Label(texts.get("history.column." + key));
        label.setLabelFor(field);
        label.getStyleClass().add("muted");
        return label;
    }
}
