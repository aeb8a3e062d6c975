package org.dwastudio.ui.evaluation;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.evaluation.QueuedStudent.State;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.screen.PercentText;
import org.dwastudio.ui.stage.StageProgress.Place;

/**
 * Card with the queue of students in a grid: student kinds from left to right, seeds from top to bottom. A finished
 * student shows its accuracy, a running one its epoch.
 */
final class StudentQueueCard {
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final int HEADER_ROWS = 2;

    private final EvaluationViewModel model;
    private final Messages texts;
    private final GridPane grid = new GridPane();
    private final Card card;
    private Optional<Shape> built = Optional.empty();

    /** Layout of the grid; the grid is rebuilt when it changes. */
    private record Shape(List<StudentKind> kinds, int students) {}

    StudentQueueCard(EvaluationViewModel model, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        grid.getStyleClass().add("student-queue");
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("queue-scroll");
        card = new Card(texts.get("evaluation.queue.title"), scroll);
        card.setId("student-queue");
        lifetime.follow(model.queueProperty(), this::show);
    }

    Card node() {
        return card;
    }

    private void show(List<QueuedStudent> queue) {
        List<StudentKind> kinds =
                queue.stream().map(QueuedStudent::kind).distinct().toList();
        int students = queue.size() / Math.max(1, kinds.size());
        if (!built.equals(Optional.of(new Shape(kinds, students)))) {
            build(kinds, students);
        }
        int first = grid.getChildren().size() - queue.size();
        long done = queue.stream().filter(one -> one.state() == State.DONE).count();
        card.subtitleProperty()
                .set(texts.format("evaluation.queue.detail", Long.toString(done), Integer.toString(queue.size())));
        for (int place = 0; place < queue.size(); place++) {
            QueuedStudent student = queue.get(place);
            Label cell = (Label) grid.getChildren().get(first + place);
            cell.setText(words(student));
            cell.setAccessibleText(student.kind().name(texts) + " " + cell.getText());
            cell.pseudoClassStateChanged(RUNNING, student.state() == State.RUNNING);
            cell.pseudoClassStateChanged(DONE, student.state() == State.DONE);
        }
    }

    private void build(List<StudentKind> kinds, int students) {
        built = Optional.of(new Shape(kinds, students));
        grid.getChildren().clear();
        ColumnConstraints seeds = new ColumnConstraints();
        // In a small window the cells shrink, but not the seed headings, which identify the rows.
        seeds.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().setAll(seeds);
        for (int i = 0; i < kinds.size(); i++) {
            StudentKind kind = kinds.get(i);
            ColumnConstraints column = new ColumnConstraints(0, 60, Double.MAX_VALUE);
            column.setHgrow(Priority.ALWAYS);
            column.setHalignment(HPos.CENTER);
            grid.getColumnConstraints().add(column);
            if (i == 0 || !kinds.get(i - 1).labels().equals(kind.labels())) {
                int alike = (int) kinds.stream()
                        .filter(other -> other.labels().equals(kind.labels()))
                        .count();
                grid.add(heading(kind.labelsName(texts), "muted"), i + 1, 0, alike, 1);
            }
            grid.add(heading(kind.setName(texts), kind.ink().styleClass()), i + 1, 1);
        }
        for (int student = 0; student < students; student++) {
            grid.add(
                    heading(texts.format("evaluation.queue.seed", Integer.toString(student + 1)), "muted"),
                    0,
                    student + HEADER_ROWS);
        }
        for (int student = 0; student < students; student++) {
            for (int i = 0; i < kinds.size(); i++) {
                Label cell = new Label();
                cell.getStyleClass().add("queue-cell");
                cell.setMaxWidth(Double.MAX_VALUE);
                grid.add(cell, i + 1, student + HEADER_ROWS);
            }
        }
    }

    private static Label heading(String words, String styleClass) {
        Label label = new Label(words);
        label.getStyleClass().addAll("queue-heading", styleClass);
        label.setWrapText(true);
        label.setTextAlignment(TextAlignment.CENTER);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private String words(QueuedStudent student) {
        return switch (student.state()) {
            case WAITING -> texts.get("evaluation.queue.waiting");
            case RUNNING ->
                texts.format("evaluation.queue.epoch", Integer.toString(student.epoch()), Integer.toString(epochs()));
            case DONE ->
                student.accuracy().isPresent()
                        ? texts.format(
                                "squeeze.percent",
                                PercentText.of(student.accuracy().getAsDouble()))
                        : texts.get("evaluation.queue.done");
        };
    }

    private int epochs() {
        return model.progress().placeProperty().get().map(Place::epochs).orElse(0);
    }
}
