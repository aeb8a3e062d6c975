package org.dwastudio.ui.sweep.result;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import org.dwastudio.sweep.Trial;
import org.dwastudio.ui.sweep.focus.TrialFocus;
import org.jspecify.annotations.Nullable;

/** Row of a trial that marks hover and brushes. */
final class TrialRow extends TableRow<Trial> {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final PseudoClass BRUSHED = PseudoClass.getPseudoClass("brushed");
    private static final PseudoClass LEFT_OUT = PseudoClass.getPseudoClass("left-out");

    private final TrialFocus focus;

    TrialRow(TrialFocus focus) {
        this.focus = focus;
        getStyleClass().add("trial-row");
        setOnMouseEntered(event -> focus.hoveredProperty().set(key()));
        setOnMouseExited(event -> focus.hoveredProperty().set(Optional.empty()));
    }

    private Optional<String> key() {
        return Optional.ofNullable(getItem()).map(Trial::key);
    }

    @Override
    protected void updateItem(@Nullable Trial trial, boolean empty) {
        super.updateItem(trial, empty);
        mark();
    }

    /** Shows whether the trial is hovered and whether brushes keep it. */
    void mark() {
        Optional<String> key = key();
        boolean brushing = focus.keptProperty().get().isPresent()
                && Optional.ofNullable(getItem())
                        .filter(trial -> trial.kind() == Trial.Kind.CANDIDATE)
                        .isPresent();
        boolean kept = key.map(focus::keeps).orElse(true);
        pseudoClassStateChanged(
                MARKED, key.isPresent() && key.equals(focus.hoveredProperty().get()));
        pseudoClassStateChanged(BRUSHED, brushing && kept);
        pseudoClassStateChanged(LEFT_OUT, brushing && !kept);
    }
}
