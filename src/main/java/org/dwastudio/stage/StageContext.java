package org.dwastudio.stage;

import java.util.Optional;
import org.dwastudio.event.RunListener;

/**
 * Context of one run of a stage.
 *
 * @param services what the engine holds for all stages
 * @param control pauses, steps and stops the run
 * @param tuning the parameters that can be changed while it runs
 * @param listener notified on the engine thread
 */
public record StageContext(
        StageServices services, RunControl control, Optional<LiveTuning> tuning, RunListener listener) {

    /** Returns a copy with another listener. */
    public StageContext withListener(RunListener other) {
        return new StageContext(services, control, tuning, other);
    }
}
