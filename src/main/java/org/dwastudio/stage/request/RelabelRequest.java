package org.dwastudio.stage.request;

import java.nio.file.Path;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.evaluation.EvaluationConfig;

/**
 * A request for the soft labels of a distilled set; epochs that are already stored are not computed again.
 *
 * @param folder the run folder of a synthesis
 * @param experiment provides dataset, teacher, seed and recipe
 */
public record RelabelRequest(Path folder, ExperimentSource experiment) implements StageRequest<RelabelOutcome> {

    /** Returns a request with dataset, teacher and seed of the folder's own experiment and the given recipe. */
    public static RelabelRequest of(Path folder, EvaluationConfig recipe) {
        return new RelabelRequest(folder, new ExperimentSource.OwnWithRecipe(recipe));
    }

    /** Returns a request with dataset, teacher, seed and recipe of the given experiment. */
    public static RelabelRequest of(Path folder, Experiment experiment) {
        return new RelabelRequest(folder, new ExperimentSource.Given(experiment));
    }

    @Override
    public StageName stage() {
        return StageName.RELABEL;
    }
}
