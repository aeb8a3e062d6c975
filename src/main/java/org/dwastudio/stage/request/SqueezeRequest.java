package org.dwastudio.stage.request;

import java.nio.file.Path;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.stage.StartPoint;

/**
 * A request for the training of a teacher.
 *
 * @param folder the run folder; a fresh run needs one that is empty or does not exist
 * @param start fresh, where the experiment's squeeze block, dataset and seed decide, or resumed from the last checkpoint
 */
public record SqueezeRequest(Path folder, StartPoint start) implements StageRequest<SqueezeOutcome> {
    private static final Path NONE = Path.of("");

    /** Returns a request for a fresh run of a validated experiment. */
    public static SqueezeRequest fresh(Experiment experiment, Path folder) {
        return new SqueezeRequest(folder, new StartPoint.Fresh(experiment));
    }

    /** Returns a request to resume an interrupted run. */
    public static SqueezeRequest resumed(Path folder) {
        return new SqueezeRequest(folder, new StartPoint.Resumed());
    }

    /** Returns a request that can only be estimated, since it has no folder. */
    public static SqueezeRequest planned(Experiment experiment) {
        return fresh(experiment, NONE);
    }

    @Override
    public StageName stage() {
        return StageName.SQUEEZE;
    }
}
