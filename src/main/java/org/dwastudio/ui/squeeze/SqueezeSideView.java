package org.dwastudio.ui.squeeze;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.dwastudio.config.SqueezeParameter;
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.EstimateCard;

/** What a training would take, how to begin it or go on with it, and what it left behind. */
public final class SqueezeSideView {
    private final Teachers teachers;
    private final SqueezeHandlers actions;
    private final Messages texts;
    private final Disposables lifetime;
    private final VBox node = new VBox();

    public SqueezeSideView(Teachers teachers, SqueezeHandlers actions, Messages texts, Disposables lifetime) {
        this.teachers = teachers;
        this.actions = actions;
        this.texts = texts;
        this.lifetime = lifetime;
        node.getStyleClass().add("stage-side");
        node.getChildren()
                .addAll(
                        new EstimateCard(
                                        "squeeze",
                                        teachers.estimate(),
                                        teachers.squeeze().stateProperty(),
                                        this::useBatchSize,
                                        texts,
                                        lifetime)
                                .node(),
                        beginCard(),
                        new TrainedTeacherCard(teachers, texts, lifetime).node(),
                        explanation());
    }

    public VBox node() {
        return node;
    }

    private void useBatchSize(int size) {
        teachers.recipe().valueOf(SqueezeParameter.BATCH_SIZE).set(size);
    }

    private Card beginCard() {
        Button start = new Button(texts.get("squeeze.start"), StudioIcon.START.node());
        start.setId("squeeze-start");
        start.getStyleClass().addAll("run-button", "likely");
        start.setOnAction(event -> actions.start().run());
        Button resume = new Button(texts.get("squeeze.resume"), StudioIcon.START.node());
        resume.setId("squeeze-resume");
        resume.getStyleClass().add("run-button");
        resume.setOnAction(event -> teachers.squeeze().resumableProperty().get().ifPresent(actions.resume()));
        Button other = new Button(texts.get("squeeze.resumeOther"), StudioIcon.OPEN.node());
        other.setId("squeeze-resume-other");
        other.getStyleClass().add("run-button");
        other.setOnAction(event -> actions.runFolder().get().ifPresent(actions.resume()));
        FlowPane buttons = new FlowPane(start, resume, other);
        buttons.getStyleClass().add("button-row");
        Card card = new Card(texts.get("squeeze.begin.title"), buttons);
        lifetime.follow(
                () -> {
                    boolean active = teachers.squeeze().stateProperty().get().isActive();
                    boolean unfinished =
                            teachers.squeeze().resumableProperty().get().isPresent();
                    start.setDisable(active || !teachers.recipe().problems().isEmpty());
                    resume.setManaged(unfinished);
                    resume.setVisible(unfinished);
                    resume.setDisable(active);
                    other.setDisable(active);
                    card.subtitleProperty().set(beginWords(active, unfinished));
                },
                teachers.squeeze().stateProperty(),
                teachers.squeeze().resumableProperty(),
                teachers.recipe().problems());
        return card;
    }

    private String beginWords(boolean active, boolean unfinished) {
        Optional<String> problem =
                teachers.recipe().problems().values().stream().findFirst();
        if (active) {
            return texts.get("squeeze.begin.active");
        }
        return problem.orElse(texts.get(unfinished ? "squeeze.begin.unfinished" : "squeeze.begin.words"));
    }

    private Card explanation() {
        Card card = new Card(texts.get("squeeze.explanation.title"));
        card.subtitleProperty().set(texts.get("squeeze.explanation.words"));
        return card;
    }
}
