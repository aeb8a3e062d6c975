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

    static String words(RunState state, Messages texts) {
        return texts.get("history.state." + state.name().toLowerCase(Locale.ROOT));
    }

    @Override
    protected void updateItem(RunState state, boolean empty) {
        super.updateItem(state, empty);
        getStyleClass().removeIf(style -> style.startsWith("state-"));
        if (empty || state == null) {
            setText("");
            setGraphic(null);
        } else {
            setText(words(state, texts));
            setGraphic(icon(state).node());
            getStyleClass().add("state-" + state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    private static StudioIcon icon(RunState state) {
        return switch (state) {
            case RUNNING -> StudioIcon.RUNNING;
            case FINISHED -> StudioIcon.DONE;
            case STOPPED -> StudioIcon.STOP;
            case INTERRUPTED -> StudioIcon.RESUME;
            case FAILED, DAMAGED -> StudioIcon.FAILED;
        };
    }
}
