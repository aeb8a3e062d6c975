package org.dwastudio.ui.stage;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.ui.screen.DurationText;
import org.dwastudio.ui.screen.Messages;

/** Estimated time of a stage behind the run buttons; a long one and one with warnings stand out. Invisible while nothing is estimated. */
public final class EstimateChip extends Label {
    /** Duration from which one would rather know before Start, in seconds. */
    public static final double LONG_SECONDS = 3600;

    private static final double HELP_WIDTH = 480;
    private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");

    private final Messages texts;

    /** Creates a hidden chip. */
    public EstimateChip(Messages texts) {
        this.texts = texts;
        setId("start-estimate");
        getStyleClass().add("estimate-chip");
        Tooltip help = new Tooltip();
        help.setWrapText(true);
        help.setMaxWidth(HELP_WIDTH);
        setTooltip(help);
        show(Optional.empty());
    }

    /** Shows the time of an estimate, or nothing. */
    public void show(Optional<StageEstimate> estimate) {
        setText(estimate.map(
                        known -> texts.format("stage.estimate.chip", DurationText.approximate(known.seconds(), texts)))
                .orElse(""));
        getTooltip().setText(help(estimate));
        setVisible(estimate.isPresent());
        pseudoClassStateChanged(
                LONG,
                estimate.filter(known ->
                                known.seconds() > LONG_SECONDS || !known.notes().isEmpty())
                        .isPresent());
    }

    private String help(Optional<StageEstimate> estimate) {
        StringBuilder help = new StringBuilder(texts.get("stage.estimate.chip.help"));
        estimate.map(StageEstimate::notes).orElse(List.of()).forEach(note -> help.append("\n\n")
                .append(texts.format(
                        "dataset.note." + note.kind().key(), note.arguments().toArray())));
        return help.toString();
    }
}
