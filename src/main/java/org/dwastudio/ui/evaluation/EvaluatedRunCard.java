package org.dwastudio.ui.evaluation;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.RunPhase;

/** Card of the run whose images are labeled and evaluated, or of what to do when there is no run. */
public final class EvaluatedRunCard {
    /** Key of the problem that there is no run. */
    public static final String NO_RUN = "run";

    private final Card card;

    /**
     * @param state of the page's stage: while it is running no other run can be chosen
     * @param problems what keeps the stage from starting
     * @param more shown below a run's name
     */
    public EvaluatedRunCard(
            EvaluatedRunViewModel model,
            ObservableValue<RunPhase> state,
            Map<String, String> problems,
            EvaluationHandlers actions,
            Messages texts,
            Disposables lifetime,
            Node... more) {
        Hyperlink other = new Hyperlink(texts.get("evaluation.run.choose"));
        other.setId("evaluation-choose-run");
        other.getStyleClass().add("reset-link");
        other.setOnAction(event -> actions.runFolder().get().ifPresent(model::choose));
        Button distill = new ActionButton(
                "evaluation-distill", texts.get("evaluation.run.distill"), StudioIcon.IMAGES, actions.showSynthesis());
        FlowPane buttons = new FlowPane(distill);
        buttons.getStyleClass().add("button-row");
        card = new Card(texts.get("evaluation.run.title"), more);
        card.getChildren().add(buttons);
        card.setId("evaluated-run");
        card.addAside(new HBox(other));
        Tooltip whole = new Tooltip();
        lifetime.follow(model.runProperty(), run -> {
            card.subtitleProperty().set(run.map(EvaluatedRunCard::nameOf).orElse(texts.get("evaluation.run.none")));
            Visibility.show(buttons, run.isEmpty());
            for (Node part : more) {
                Visibility.show(part, run.isPresent());
            }
            whole.setText(run.map(Path::toString).orElse(""));
            Tooltip.uninstall(card, whole);
            if (run.isPresent()) {
                problems.remove(NO_RUN);
                Tooltip.install(card, whole);
            } else {
                problems.put(NO_RUN, texts.get("evaluation.run.none"));
            }
        });
        lifetime.onEnd(() -> problems.remove(NO_RUN));
        lifetime.follow(state, now -> other.setDisable(now.isActive()));
    }

    public Card node() {
        return card;
    }

    private static String nameOf(Path run) {
        return Optional.ofNullable(run.getFileName()).orElse(run).toString();
    }
}
