package org.dwastudio.ui.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.recipe.RecipeRows;
import org.dwastudio.ui.screen.Durations;
import org.dwastudio.ui.screen.Lifetime;
import org.dwastudio.ui.screen.Texts;

/** Which run is evaluated, how many students that takes, and what to do when there is none. */
final class EvaluatedRunCard {
    private static final String NO_RUN = "run";

    private final Students students;
    private final Texts texts;
    private final Label plan = new Label();
    private final Card card;

    EvaluatedRunCard(Students students, EvaluationActions actions, Texts texts, Lifetime lifetime) {
        this.students = students;
        this.texts = texts;
        EvaluationViewModel model = students.evaluation();
        Hyperlink other = new Hyperlink(texts.get("evaluation.run.choose"));
        other.setId("evaluation-choose-run");
        other.getStyleClass().add("reset-link");
        other.setOnAction(event -> actions.runFolder().get().ifPresent(model.evaluated()::choose));
        Button distil = new Button(texts.get("evaluation.run.distil"), StudioIcon.PICTURES.node());
        distil.setId("evaluation-distil");
        distil.getStyleClass().add("run-button");
        distil.setOnAction(event -> actions.showSynthesis().run());
        FlowPane buttons = new FlowPane(distil);
        buttons.getStyleClass().add("button-row");
        plan.setId("evaluation-plan");
        plan.getStyleClass().add("card-subtitle");
        plan.setWrapText(true);
        plan.setMinHeight(Label.USE_PREF_SIZE);
        card = new Card(texts.get("evaluation.run.title"), plan, buttons);
        card.setId("evaluated-run");
        card.addAside(new HBox(other));
        Tooltip whole = new Tooltip();
        lifetime.follow(model.evaluated().runProperty(), run -> {
            card.subtitleProperty().set(run.map(EvaluatedRunCard::nameOf).orElse(texts.get("evaluation.run.none")));
            RecipeRows.show(buttons, run.isEmpty());
            RecipeRows.show(plan, run.isPresent());
            whole.setText(run.map(Path::toString).orElse(""));
            Tooltip.uninstall(card, whole);
            if (run.isPresent()) {
                students.recipe().problems().remove(NO_RUN);
                Tooltip.install(card, whole);
            } else {
                students.recipe().problems().put(NO_RUN, texts.get("evaluation.run.none"));
            }
        });
        lifetime.whenOver(() -> students.recipe().problems().remove(NO_RUN));
        lifetime.follow(model.stateProperty(), state -> other.setDisable(state.isActive()));
        lifetime.follow(this::showPlan, model.queueProperty(), model.resultsProperty());
    }

    Card node() {
        return card;
    }

    private static String nameOf(Path run) {
        return Optional.ofNullable(run.getFileName()).orElse(run).toString();
    }

    private void showPlan() {
        EvaluationViewModel model = students.evaluation();
        List<QueuedStudent> queue = model.queueProperty().get();
        long done = queue.stream()
                .filter(one -> one.state() == QueuedStudent.State.DONE)
                .count();
        String words = texts.format("evaluation.plan", Integer.toString(queue.size()), Long.toString(done));
        OptionalDouble seconds = model.secondsForTheOthers();
        plan.setText(
                seconds.isPresent() && done < queue.size()
                        ? words + " "
                                + texts.format("evaluation.plan.time", Durations.inWords(seconds.getAsDouble(), texts))
                        : words);
    }
}
