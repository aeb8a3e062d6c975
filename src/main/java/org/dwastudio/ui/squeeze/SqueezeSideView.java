package org.dwastudio.ui.squeeze;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.screen.ByteSizes;
import org.dwastudio.ui.screen.Durations;
import org.dwastudio.ui.screen.Lifetime;
import org.dwastudio.ui.screen.Loaded;
import org.dwastudio.ui.screen.Texts;

/** What a training would take, how to begin it or go on with it, and what it left behind. */
public final class SqueezeSideView {
    private final Teachers teachers;
    private final SqueezeActions actions;
    private final Texts texts;
    private final Lifetime lifetime;
    private final VBox node = new VBox();

    public SqueezeSideView(Teachers teachers, SqueezeActions actions, Texts texts, Lifetime lifetime) {
        this.teachers = teachers;
        this.actions = actions;
        this.texts = texts;
        this.lifetime = lifetime;
        node.getStyleClass().add("squeeze-side");
        node.getChildren()
                .addAll(
                        estimateCard(),
                        beginCard(),
                        new TrainedTeacherCard(teachers, texts, lifetime).node(),
                        explanation());
    }

    public VBox node() {
        return node;
    }

    private Card estimateCard() {
        Label problem = new Label();
        problem.setId("squeeze-estimate-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Label.USE_PREF_SIZE);
        problem.getStyleClass().add("warning-words");
        Hyperlink fitting = new Hyperlink();
        fitting.setId("squeeze-fitting");
        fitting.setOnAction(event -> teachers.estimate().useFittingBatchSize());
        GridPane figures = new GridPane();
        figures.setId("squeeze-estimate");
        figures.getStyleClass().add("fact-table");
        Card card = new Card(texts.get("squeeze.estimate.title"), figures, problem, fitting);
        card.getStyleClass().add("squeeze-estimate");
        lifetime.follow(
                () -> {
                    Loaded<SqueezeEstimate> estimate =
                            teachers.estimate().estimateProperty().get();
                    figures.getChildren().clear();
                    Optional<SqueezeEstimate> known = estimate.value();
                    known.ifPresent(now -> fill(figures, now));
                    boolean tooLarge = known.filter(
                                    now -> now.fittingBatchSize().isPresent())
                            .isPresent();
                    String words = known.isPresent() ? "" : waitingWords(estimate);
                    card.subtitleProperty().set(words);
                    problem.setText(tooLarge ? tooLargeWords(known.orElseThrow()) : "");
                    fitting.setText(
                            tooLarge
                                    ? texts.format(
                                            "squeeze.estimate.useFitting",
                                            Integer.toString(known.orElseThrow()
                                                    .fittingBatchSize()
                                                    .orElseThrow()))
                                    : "");
                    problem.setManaged(tooLarge);
                    fitting.setManaged(tooLarge);
                    fitting.setVisible(tooLarge);
                },
                teachers.estimate().estimateProperty(),
                teachers.estimate().problemProperty(),
                teachers.squeeze().stateProperty());
        return card;
    }

    private String waitingWords(Loaded<SqueezeEstimate> estimate) {
        if (estimate.isFailed()) {
            return texts.format(
                    "squeeze.estimate.failed",
                    teachers.estimate().problemProperty().get());
        }
        return texts.get(
                teachers.squeeze().stateProperty().get().isActive()
                        ? "squeeze.estimate.later"
                        : "squeeze.estimate.measuring");
    }

    private void fill(GridPane figures, SqueezeEstimate now) {
        String memory = ByteSizes.inWords(now.memoryBytes());
        figures.addRow(0, muted("squeeze.estimate.time"), new Label(Durations.inWords(now.seconds(), texts)));
        figures.addRow(
                1,
                muted("squeeze.estimate.memory"),
                new Label(
                        now.availableBytes().isPresent()
                                ? texts.format(
                                        "squeeze.estimate.ofAvailable",
                                        memory,
                                        ByteSizes.inWords(now.availableBytes().getAsLong()))
                                : memory));
        figures.addRow(2, muted("squeeze.estimate.disk"), new Label(ByteSizes.inWords(now.diskBytes())));
    }

    private String tooLargeWords(SqueezeEstimate now) {
        return texts.format(
                "squeeze.estimate.tooLarge",
                ByteSizes.inWords(now.memoryBytes()),
                ByteSizes.inWords(now.availableBytes().orElse(0)));
    }

    private Label muted(String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("muted");
        return label;
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
