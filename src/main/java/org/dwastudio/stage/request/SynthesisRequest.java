package org.dwastudio.stage.request;

import java.nio.file.Path;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.stage.StartPoint;

/**
 * A request for the synthesis of a distilled set.
 *
 * @param folder the run folder; a fresh run needs one that is empty or does not exist
 * @param start fresh, where the experiment's tuning changes are replayed, or resumed from the last checkpoint
 */
public record SynthesisRequest(Path folder, StartPoint start) implements StageRequest<SynthesisOutcome> {
    private static final Path NONE = Path.of("");

    /** Returns a request for a fresh run of a validated experiment. */
    public static SynthesisRequest fresh(Experiment experiment, Path folder) {
        return new SynthesisRequest(folder, new StartPoint.Fresh(experiment));
    }

    /** Returns a request to resume an interrupted run. */
    public static SynthesisRequest resumed(Path folder) {
        return new SynthesisRequest(folder, new StartPoint.Resumed());
    }

    /** Returns a request that can only be estimated, since it has no folder. */
    public static SynthesisRequest planned(Experiment experiment) {
        return fresh(experiment, NONE);
    }

    @Override
    public StageName stage() {
        return StageName.SYNTHESIS;
    }
}
