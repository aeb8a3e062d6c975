package org.dwastudio.ui.history;

import java.util.Locale;
import javafx.scene.control.TableCell;
import org.dwastudio.run.history.RunState;
import org.dwastudio.run.history.RunSummary;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.screen.Messages;

/** Table cell that shows the state of a run as an icon and a label. */
final class RunStateCell extends TableCell<RunSummary, RunState> {
    private final Messages texts;

    RunStateCell(Messages texts) {
        this.texts = texts;
    }

    static String words(RunState standing, Messages texts) {
        return texts.get("history.standing." + standing.name().toLowerCase(Locale.ROOT));
    }

    @Override
    protected void updateItem(RunState standing, boolean empty) {
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

    private static StudioIcon icon(RunState standing) {
        return switch (standing) {
            case UNDER_WAY -> StudioIcon.RUNNING;
            case FINISHED -> StudioIcon.DONE;
            case STOPPED -> StudioIcon.STOP;
            case INTERRUPTED -> StudioIcon.RESUME;
            case FAILED, DAMAGED -> StudioIcon.FAILED;
        };
    }
}
