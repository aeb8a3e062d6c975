package org.dwastudio.ui.stage;

import org.dwastudio.config.Experiment;
import org.dwastudio.event.RunEvent;

/** A part of the window that follows the events of a run. Called on the FX thread. */
public interface RunObserver {

    /** Called before a run starts; discards what was shown of an earlier run. */
    void begins(Experiment experiment);

    /** Called for every event of the run, in order. */
    void sees(RunEvent event);

    /** Called after every batch of events. */
    default void caughtUp() {}

    /** Called when a paused run resumes. */
    default void resumed() {}

    /** Called when the run is over; no more events follow. */
    default void ends() {}
}
