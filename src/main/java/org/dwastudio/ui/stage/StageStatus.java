package org.dwastudio.ui.stage;

import java.util.List;
import javafx.beans.Observable;
import org.dwastudio.ui.screen.Messages;

/** State of a stage for the bar of stages and the status bar. FX thread only. */
public interface StageStatus {

    /** Returns the mark and text in the bar of stages. */
    StageSummary summary(Messages texts);

    /** Returns the progress in the status bar. */
    StageMotion motion(Messages texts);

    /** Returns everything that summary and motion depend on. */
    List<Observable> sources();
}
