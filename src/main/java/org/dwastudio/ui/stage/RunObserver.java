package org.dwastudio.ui.stage;

import org.dwastudio.config.Experiment;
import org.dwastudio.event.RunEvent;

/** A part of the window that follows the events of a run. Called on the FX thread. */
public interface RunObserver {

    /** Called before a run starts; discards what was shown of an earlier run. */
    void onStart(Experiment experiment);

    /** Called for every event of the run, in order. */
    void onEvent(RunEvent event);

    /** Called after every batch of events. */
    default void onBatchEnd() {}

    /** Called when a paused run resumes. */
    default void onResume() {}

    /** Called when the run is over; no more events follow. */
    default void onEnd() {}
}
