package org.dwastudio.ui.synthesis;

import org.dwastudio.config.Experiment;
import org.dwastudio.event.RunEvent;

/** A part of the window that follows a run. Called on the FX thread. */
public interface RunObserver {

    /** A run is about to start: what was shown of an earlier one goes. */
    void begins(Experiment experiment);

    /** Something happened; told in the order in which it did. */
    void sees(RunEvent event);

    /** All that happened until now has been told. */
    default void caughtUp() {}

    /** The run is over; nothing more will be told of it. */
    default void ends() {}
}
