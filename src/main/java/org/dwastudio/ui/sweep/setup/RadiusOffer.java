package org.dwastudio.ui.sweep.setup;

import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.dwastudio.sweep.SweepCost;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.DurationText;
import org.dwastudio.ui.screen.LoadState;
import org.dwastudio.ui.screen.Messages;

/** Button that asks which radius is best, with the cost of the answer and what it decides. */
final class RadiusOffer {
    private final SweepLength length;
    private final Messages texts;
    private final Label cost = new Label();
    private final ActionButton button;
    private final VBox node;

    RadiusOffer(SweepLength length, SweepSetupActions actions, Messages texts, Disposables lifetime) {
        this.length = length;
        this.texts = texts;
        button = new ActionButton(
                        "sweep-radius-" + length.key(),
                        texts.get("sweep.radius." + length.key()),
                        length == SweepLength.WHOLE ? StudioIcon.HELP : StudioIcon.STEP,
                        () -> actions.askForRadius(length))
                .small();
        button.setMaxWidth(Double.MAX_VALUE);
        cost.setId("sweep-radius-cost-" + length.key());
        cost.getStyleClass().add("sweep-offer");
        Label detail = new Label(texts.get("sweep.radius.detail." + length.key()));
        detail.getStyleClass().add("sweep-offer");
        detail.setWrapText(true);
        detail.setMinHeight(VBox.USE_PREF_SIZE);
        VBox words = new VBox(cost, detail);
        node = new VBox(button, words);
        node.getStyleClass().add("sweep-offer-box");
        lifetime.follow(() -> show(actions), actions.costs(), actions.model().fixedProperty());
        // Once a setting varies, the cost card below shows the cost of the chosen sweep.
        lifetime.follow(
                () -> Visibility.show(words, actions.model().rows().isEmpty()),
                actions.model().rows());
    }

    VBox node() {
        return node;
    }

    private void show(SweepSetupActions actions) {
        boolean hasEffect = actions.radiusHasEffect();
        button.setDisable(actions.model().fixedProperty().get() || !hasEffect);
        cost.setText(hasEffect ? costText(actions.costs().get()) : texts.get("sweep.radius.noEffect"));
    }

    private String costText(LoadState<Map<SweepLength, SweepCost>> costs) {
        Optional<SweepCost> known = costs.value().flatMap(all -> Optional.ofNullable(all.get(length)));
        return known.map(found -> texts.format(
                        "sweep.radius.cost", found.runs(), DurationText.approximate(found.seconds(), texts)))
                .orElse(texts.get(costs.isFailed() ? "sweep.radius.noCost" : "sweep.radius.measuring"));
    }
}
