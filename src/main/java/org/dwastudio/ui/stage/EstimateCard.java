package org.dwastudio.ui.stage;

import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.text.Message;
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.ByteSizeText;
import org.dwastudio.ui.screen.DurationText;
import org.dwastudio.ui.screen.LoadState;
import org.dwastudio.ui.screen.Messages;

/** Card with the estimated time, memory and disk space of a stage; offers a smaller batch size if memory is short. */
public final class EstimateCard {
    private final EstimateViewModel model;
    private final ObservableValue<RunPhase> state;
    private final Messages texts;
    private final Label problem = new Label();
    private final Hyperlink fitting = new Hyperlink();
    private final GridPane figures = new GridPane();
    private final Card card;

    /**
     * @param key key of the stage; prefix of the node IDs
     * @param state state of the stage; nothing is measured while it is active
     * @param useBatchSize applies a batch size that fits into memory
     */
    public EstimateCard(
            String key,
            EstimateViewModel model,
            ObservableValue<RunPhase> state,
            IntConsumer useBatchSize,
            Messages texts,
            Disposables lifetime) {
        this.model = model;
        this.state = state;
        this.texts = texts;
        problem.setId(key + "-estimate-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Label.USE_PREF_SIZE);
        problem.getStyleClass().add("warning-words");
        fitting.setId(key + "-fitting");
        fitting.setOnAction(event -> model.estimateProperty().get().value().ifPresent(now -> now.fittingBatchSize()
                .ifPresent(useBatchSize)));
        figures.setId(key + "-estimate");
        figures.getStyleClass().add("fact-table");
        card = new Card(texts.get("stage.estimate.title"), figures, problem, fitting);
        card.getStyleClass().add("stage-estimate");
        lifetime.follow(this::show, model.estimateProperty(), model.problemProperty(), state);
    }

    public Card node() {
        return card;
    }

    private void show() {
        LoadState<StageEstimate> estimate = model.estimateProperty().get();
        Optional<StageEstimate> known = estimate.value();
        Optional<StageEstimate> tooLarge =
                known.filter(now -> now.fittingBatchSize().isPresent());
        figures.getChildren().clear();
        known.ifPresent(this::fill);
        card.subtitleProperty().set(known.isPresent() ? "" : waitingText(estimate));
        problem.setText(tooLarge.map(this::tooLargeText).orElse(""));
        fitting.setText(tooLarge.map(now -> texts.format(
                        "stage.estimate.useFitting",
                        Integer.toString(now.fittingBatchSize().orElseThrow())))
                .orElse(""));
        problem.setManaged(tooLarge.isPresent());
        Visibility.show(fitting, tooLarge.isPresent());
    }

    private String failed(Optional<Message> problem) {
        return problem.map(message -> texts.format("stage.estimate.failed", message))
                .orElse("");
    }

    private String waitingText(LoadState<StageEstimate> estimate) {
        if (estimate.isFailed()) {
            return failed(model.problemProperty().get());
        }
        return texts.get(state.getValue().isActive() ? "stage.estimate.later" : "stage.estimate.measuring");
    }

    private void fill(StageEstimate now) {
        String memory = ByteSizeText.format(now.memoryBytes());
        figures.addRow(0, muted("stage.estimate.time"), new Label(DurationText.approximate(now.seconds(), texts)));
        figures.addRow(
                1,
                muted("stage.estimate.memory"),
                new Label(
                        now.availableBytes().isPresent()
                                ? texts.format(
                                        "stage.estimate.ofAvailable",
                                        memory,
                                        ByteSizeText.format(now.availableBytes().getAsLong()))
                                : memory));
        figures.addRow(2, muted("stage.estimate.disk"), new Label(ByteSizeText.format(now.diskBytes())));
    }

    private String tooLargeText(StageEstimate now) {
        return texts.format(
                "stage.estimate.tooLarge",
                ByteSizeText.format(now.memoryBytes()),
                ByteSizeText.format(now.availableBytes().orElse(0)));
    }

    private Label muted(String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("muted");
        return label;
    }
}
