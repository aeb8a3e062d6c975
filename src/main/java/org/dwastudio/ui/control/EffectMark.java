package org.dwastudio.ui.control;

import java.util.ResourceBundle;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.dwastudio.config.setting.TakesEffect;

/** Small icon that shows when a running experiment applies a change, with a tooltip. */
public final class EffectMark extends Label {
    /**
     * Creates a mark.
     *
     * @param texts bundle with the keys {@code control.parameter.next…}
     */
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
