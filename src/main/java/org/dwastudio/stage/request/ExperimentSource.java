package org.dwastudio.stage.request;

import org.dwastudio.config.Experiment;
import org.dwastudio.config.evaluation.EvaluationConfig;

/** The origin of the experiment by which the images of a folder are labeled or evaluated. */
public sealed interface ExperimentSource {

    /**
     * Returns the experiment to use.
     *
     * @param own the experiment that made the images
     */
    Experiment resolve(Experiment own);

    /**
     * The folder's own experiment with another recipe.
     *
     * @param recipe validated
     */
    record OwnWithRecipe(EvaluationConfig recipe) implements ExperimentSource {
        @Override
        public Experiment resolve(Experiment own) {
            return own.withEvaluation(recipe);
        }
    }

    /**
     * An experiment independent of the folder.
     *
     * @param experiment validated
     */
    record Given(Experiment experiment) implements ExperimentSource {
        @Override
        public Experiment resolve(Experiment own) {
            return experiment;
        }
    }
}
