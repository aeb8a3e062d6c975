package org.dwastudio.ui.relabel;

import javafx.scene.layout.VBox;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.evaluation.Students;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.EstimateCard;

/** Side view with the cost estimate for storing the missing soft labels and an explanation of stored labels. */
public final class RelabelSideView {
    private final VBox node = new VBox();

    public RelabelSideView(Relabeling labels, Students students, Messages texts, Disposables lifetime) {
        RelabelViewModel model = labels.relabel();
        Card estimate = new EstimateCard(
                        "relabel",
                        labels.estimate(),
                        model.work().stateProperty(),
                        size -> students.recipe()
                                .valueOf(EvaluationConfig.BATCH_SIZE)
                                .set(size),
                        texts,
                        lifetime)
                .node();
        lifetime.follow(
                model.keptProperty(),
                kept -> Visibility.show(
                        estimate, kept.value().filter(known -> !known.isWhole()).isPresent()));
        Card explanation = new Card(texts.get("squeeze.explanation.title"));
        explanation.subtitleProperty().set(texts.get("relabel.explanation.detail"));
        Card sources = new Card(texts.get("relabel.sources.title"));
        sources.subtitleProperty().set(texts.get("relabel.sources.detail"));
        node.getStyleClass().add("stage-side");
        node.getChildren().addAll(estimate, explanation, sources);
    }

    public VBox node() {
        return node;
    }
}
