package org.dwastudio.ui.squeeze;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.EstimateCard;
import org.dwastudio.ui.teacher.TeacherLibraryViewModel;

/** Estimate, start and result of the training of a teacher. */
public final class SqueezeSideView {
    private final Squeezing squeezing;
    private final SqueezeHandlers handlers;
    private final Messages texts;
    private final Disposables lifetime;
    private final VBox node = new VBox();

    /** @param classes number of classes of the dataset; empty until it is known */
    public SqueezeSideView(
            Squeezing squeezing,
            TeacherLibraryViewModel library,
            ObservableValue<OptionalInt> classes,
            SqueezeHandlers handlers,
            Messages texts,
            Disposables lifetime) {
        this.squeezing = squeezing;
        this.handlers = handlers;
        this.texts = texts;
        this.lifetime = lifetime;
        node.getStyleClass().add("stage-side");
        node.getChildren()
                .addAll(
                        new EstimateCard(
                                        "squeeze",
                                        squeezing.estimate(),
                                        squeezing.squeeze().work().stateProperty(),
                                        this::useBatchSize,
                                        texts,
                                        lifetime)
                                .node(),
                        beginCard(),
                        new TrainedTeacherCard(squeezing.squeeze(), library, classes, texts, lifetime).node(),
                        explanation());
    }

    public VBox node() {
        return node;
    }

    private void useBatchSize(int size) {
        squeezing.recipe().valueOf(SqueezeConfig.BATCH_SIZE).set(size);
    }

    private Card beginCard() {
        Button start =
                new ActionButton("squeeze-start", texts.get("squeeze.start"), StudioIcon.START, handlers.start());
        Button resume = new ActionButton(
                "squeeze-resume",
                texts.get("squeeze.resume"),
                StudioIcon.START,
                () -> squeezing.squeeze().resumableProperty().get().ifPresent(handlers.resume()));
        Button other = new ActionButton(
                "squeeze-resume-other", texts.get("squeeze.resumeOther"), StudioIcon.OPEN, () -> handlers.runFolder()
                        .get()
                        .ifPresent(handlers.resume()));
        FlowPane buttons = new FlowPane(start, resume, other);
        buttons.getStyleClass().add("button-row");
        Card card = new Card(texts.get("squeeze.begin.title"), buttons);
        lifetime.follow(
                () -> {
                    boolean active =
                            squeezing.squeeze().work().stateProperty().get().isActive();
                    boolean unfinished =
                            squeezing.squeeze().resumableProperty().get().isPresent();
                    start.setDisable(active || !squeezing.recipe().problems().isEmpty());
                    Visibility.show(resume, unfinished);
                    resume.setDisable(active);
                    other.setDisable(active);
                    card.subtitleProperty().set(beginText(active, unfinished));
                },
                squeezing.squeeze().work().stateProperty(),
                squeezing.squeeze().resumableProperty(),
                squeezing.recipe().problems());
        return card;
    }

    private String beginText(boolean active, boolean unfinished) {
        Optional<String> problem =
                squeezing.recipe().problems().values().stream().findFirst();
        if (active) {
            return texts.get("squeeze.begin.active");
        }
        return problem.orElse(texts.get(unfinished ? "squeeze.begin.unfinished" : "squeeze.begin.detail"));
    }

    private Card explanation() {
        Card card = new Card(texts.get("squeeze.explanation.title"));
        card.subtitleProperty().set(texts.get("squeeze.explanation.detail"));
        return card;
    }
}
