package org.dwastudio.ui.stage;

import java.util.List;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import org.dwastudio.ui.screen.Messages;

/** Work of the engine that belongs to no page; no stage can start while it is active. FX thread only. */
public interface OffPageWork {

    /** Returns its state. */
    ObservableValue<RunPhase> stateProperty();

    /** Pauses the work before its next step, or continues it. */
    void pauseOrResume();

    /** Ends the work before its next step; results so far are kept. */
    void stop();

    /** Returns the key of the notice that nothing else can start. */
    String busyKey();

    /** Returns its place as a line, for the status bar. */
    String position(Messages texts);

    /** Returns the finished share, 0 to 1. */
    double fraction();

    /** Returns everything that place and share depend on. */
    List<Observable> sources();
}
