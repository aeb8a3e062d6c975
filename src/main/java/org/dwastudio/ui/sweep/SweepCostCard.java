package org.dwastudio.ui.sweep;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.dwastudio.sweep.SweepCost;
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.ByteSizeText;
import org.dwastudio.ui.screen.DurationText;
import org.dwastudio.ui.screen.Messages;

/** Card with the cost of the planned sweep: runs, time, memory and disk space. */
final class SweepCostCard {
    private final SweepViewModel model;
    private final Messages texts;
    private final Label lines = new Label();
    private final Card card;

    SweepCostCard(SweepViewModel model, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        lines.setId("sweep-cost");
        lines.setMinHeight(Region.USE_PREF_SIZE);
        card = new Card(texts.get("sweep.cost.title"), lines);
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
        Optional<SweepCost> known = model.costProperty().get().value();
        boolean planned = model.standingProperty().get().isEmpty();
        card.setVisible(planned);
        card.setManaged(planned);
        card.subtitleProperty().set(known.isPresent() ? "" : waiting());
        known.ifPresent(this::fill);
        Visibility.show(lines, known.isPresent());
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
        lines.setText(texts.format(
                "sweep.cost.lines",
                cost.runs(),
                DurationText.approximate(cost.seconds(), texts),
                ByteSizeText.format(cost.memoryBytes()),
                ByteSizeText.format(cost.diskBytes())));
    }
}
