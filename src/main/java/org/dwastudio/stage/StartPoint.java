package org.dwastudio.stage;

import org.dwastudio.config.Experiment;

/** The point from which a stage with checkpoints starts. */
public sealed interface StartPoint {

    /**
     * The beginning.
     *
     * @param experiment validated; recorded in the run folder
     */
    record Fresh(Experiment experiment) implements StartPoint {}

    /** The last intact checkpoint of the run folder, with the experiment recorded there. */
    record Resumed() implements StartPoint {}
}
