package org.dwastudio.ui.sweep;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.dwastudio.sweep.SweepCost;
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.ByteSizeText;
import org.dwastudio.ui.screen.DurationText;
import org.dwastudio.ui.screen.Messages;

/** Card with the cost of the planned sweep: runs, time, memory and disk space. */
final class SweepCostCard {
    private final SweepViewModel model;
    private final Messages texts;
    private final GridPane figures = new GridPane();
    private final Card card;

    SweepCostCard(SweepViewModel model, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        figures.setId("sweep-cost");
        figures.getStyleClass().add("fact-table");
        card = new Card(texts.get("sweep.cost.title"), figures);
        lifetime.follow(
                this::show,
                model.contentProperty(),
                model.costProperty(),
                model.costProblemProperty(),
                model.standingProperty(),
                model.engineProperty());
    }

    Card node() {
        return card;
    }

    private void show() {
        figures.getChildren().clear();
        Optional<SweepCost> known = model.costProperty().get().value();
        boolean planned = model.standingProperty().get().isEmpty();
        card.setVisible(planned);
        card.setManaged(planned);
        card.subtitleProperty().set(known.isPresent() ? "" : waiting());
        known.ifPresent(this::fill);
    }

    private String waiting() {
        if (model.contentProperty().get().isFailed()) {
            return texts.get("sweep.cost.incomplete");
        }
        if (model.costProblemProperty().get().isPresent()) {
            return texts.format(
                    "stage.estimate.failed", model.costProblemProperty().get().get());
        }
        return texts.get(
                model.engineProperty().getValue().isActive() ? "stage.estimate.later" : "stage.estimate.measuring");
    }

    private void fill(SweepCost cost) {
        row(0, "sweep.cost.runs", texts.format("sweep.cost.number", cost.runs()));
        row(
                1,
                "stage.estimate.time",
                texts.format("sweep.cost.about", DurationText.approximate(cost.seconds(), texts)));
        row(2, "stage.estimate.memory", ByteSizeText.format(cost.memoryBytes()));
        row(3, "stage.estimate.disk", ByteSizeText.format(cost.diskBytes()));
    }

    private void row(int row, String key, String value) {
        Label name = new Label(texts.get(key));
        name.getStyleClass().add("muted");
        figures.addRow(row, name, new Label(value));
    }
}
