package org.dwastudio.ui.control;

import java.util.ResourceBundle;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.dwastudio.config.TakesEffect;

/** A small sign that tells when a running experiment notices a change; in words on hovering. */
public final class EffectMark extends Label {
    /** @param texts holds the keys {@code control.parameter.next…} */
    public EffectMark(TakesEffect takesEffect, ResourceBundle texts) {
        getStyleClass().add("parameter-mark");
        StudioIcon icon =
                switch (takesEffect) {
                    case NEXT_ITERATION -> StudioIcon.NEXT_ITERATION;
                    case NEXT_COLUMN -> StudioIcon.NEXT_COLUMN;
                    case NEXT_RUN -> StudioIcon.NEXT_RUN;
                };
        String words = texts.getString(
                switch (takesEffect) {
                    case NEXT_ITERATION -> "control.parameter.nextIteration";
                    case NEXT_COLUMN -> "control.parameter.nextColumn";
                    case NEXT_RUN -> "control.parameter.nextRun";
                });
        setGraphic(icon.node());
        setTooltip(new Tooltip(words));
        setAccessibleText(words);
    }
}
