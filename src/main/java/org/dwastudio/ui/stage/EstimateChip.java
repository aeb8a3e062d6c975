package org.dwastudio.ui.stage;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.ui.screen.DurationText;
import org.dwastudio.ui.screen.Messages;

/** Estimated time of a stage next to Start; a long one stands out. Hidden while nothing is estimated. */
public final class EstimateChip extends Label {
    /** Duration from which one would rather know before Start, in seconds. */
    public static final double LONG_SECONDS = 3600;

    private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");

    private final Messages texts;

    /** Creates a hidden chip. */
    public EstimateChip(Messages texts) {
        this.texts = texts;
        setId("start-estimate");
        getStyleClass().add("estimate-chip");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip(texts.get("stage.estimate.chip.help")));
        show(Optional.empty());
    }

    /** Shows the time of an estimate, or nothing. */
    public void show(Optional<StageEstimate> estimate) {
        setText(estimate.map(known -> texts.format("stage.estimate.chip", DurationText.format(known.seconds(), texts)))
                .orElse(""));
        setVisible(estimate.isPresent());
        setManaged(estimate.isPresent());
        pseudoClassStateChanged(
                LONG, estimate.filter(known -> known.seconds() > LONG_SECONDS).isPresent());
    }
}
