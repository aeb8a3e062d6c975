package org.dwastudio.stage.request;

import java.nio.file.Path;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.evaluation.EvaluationConfig;

/**
 * A request for training students on a distilled set and on its baselines; results of the same recipe are not computed again.
 *
 * @param folder the run folder of a synthesis, or an export of its images
 * @param experiment provides dataset, teacher, seed and recipe
 */
public record EvaluationRequest(Path folder, ExperimentSource experiment) implements StageRequest<EvaluationOutcome> {
    private static final Path NONE = Path.of("");

    /** Returns a request with dataset, teacher and seed of the folder's own experiment and the given recipe. */
    public static EvaluationRequest of(Path folder, EvaluationConfig recipe) {
        return new EvaluationRequest(folder, new ExperimentSource.OwnWithRecipe(recipe));
    }

    /** Returns a request with dataset, teacher, seed and recipe of the given experiment. */
    public static EvaluationRequest of(Path folder, Experiment experiment) {
        return new EvaluationRequest(folder, new ExperimentSource.Given(experiment));
    }

    /** Returns a request for images that are not made yet; it can only be estimated, since it has no folder. */
    public static EvaluationRequest planned(Experiment experiment) {
        return of(NONE, experiment);
    }

    /** Returns true if the request can only be estimated. */
    public boolean isPlanned() {
        return folder.equals(NONE);
    }

    @Override
    public StageName stage() {
        return StageName.EVALUATION;
    }
}
