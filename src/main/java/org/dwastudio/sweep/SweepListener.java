package org.dwastudio.sweep;

import org.dwastudio.event.RunEvent;

/** Listener to a sweep; called on the thread of the sweep, and for events of a stage on that of the engine. */
public interface SweepListener {

    /** Called when a run begins or ends. */
    void onProgress(SweepProgress progress);

    /** Called for every event of the stage that runs now. */
    default void onEvent(RunEvent event) {}
}
