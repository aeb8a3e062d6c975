package org.dwastudio.ui.history;

import java.util.Locale;
import javafx.scene.control.TableCell;
import org.dwastudio.experiment.RunStanding;
import org.dwastudio.experiment.RunSummary;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.screen.Texts;

/** How a run stands, as an icon and a word. */
final class StandingCell extends TableCell<RunSummary, RunStanding> {
    private final Texts texts;

    StandingCell(Texts texts) {
        this.texts = texts;
    }

    static String words(RunStanding standing, Texts texts) {
        return texts.get("history.standing." + standing.name().toLowerCase(Locale.ROOT));
    }

    @Override
    protected void updateItem(RunStanding standing, boolean empty) {
        super.updateItem(standing, empty);
        getStyleClass().removeIf(style -> style.startsWith("standing-"));
        if (empty || standing == null) {
            setText("");
            setGraphic(null);
        } else {
            setText(words(standing, texts));
            setGraphic(icon(standing).node());
            getStyleClass()
                    .add("standing-" + standing.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    private static StudioIcon icon(RunStanding standing) {
        return switch (standing) {
            case UNDER_WAY -> StudioIcon.RUNNING;
            case FINISHED -> StudioIcon.DONE;
            case STOPPED -> StudioIcon.STOP;
            case INTERRUPTED -> StudioIcon.RESUME;
            case FAILED, DAMAGED -> StudioIcon.FAILED;
        };
    }
}
