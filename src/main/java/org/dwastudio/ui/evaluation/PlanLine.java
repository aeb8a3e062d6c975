package org.dwastudio.ui.evaluation;

import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.DurationText;
import org.dwastudio.ui.screen.Messages;

/** Text line with the number of students of an evaluation, the number finished and the estimated time left. */
final class PlanLine {
    private final EvaluationViewModel model;
    private final Messages texts;
    private final Label node = new Label();

    PlanLine(EvaluationViewModel model, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        node.setId("evaluation-plan");
        node.getStyleClass().add("card-subtitle");
        node.setWrapText(true);
        node.setMinHeight(Label.USE_PREF_SIZE);
        lifetime.follow(this::show, model.queueProperty(), model.resultsProperty());
    }

    Label node() {
        return node;
    }

    private void show() {
        List<QueuedStudent> queue = model.queueProperty().get();
        long done = queue.stream()
                .filter(one -> one.state() == QueuedStudent.State.DONE)
                .count();
        String words =
                texts.format("evaluation.plan." + kinds(queue), Integer.toString(queue.size()), Long.toString(done));
        long plain = queue.stream().filter(one -> one.kind().isPlain()).count();
        if (plain > 0) {
            words += " " + texts.format("evaluation.plan.plain", Long.toString(plain));
        }
        OptionalDouble seconds = model.remainingSeconds();
        node.setText(
                seconds.isPresent() && done < queue.size()
                        ? words + " "
                                + texts.format(
                                        "evaluation.plan.time", DurationText.approximate(seconds.getAsDouble(), texts))
                        : words);
    }

    /** Returns the message key of the label types in the queue. */
    private static String kinds(List<QueuedStudent> queue) {
        long soft = queue.stream().filter(student -> student.kind().isSoft()).count();
        return soft == queue.size() ? "soft" : soft == 0 ? "hard" : "both";
    }
}
