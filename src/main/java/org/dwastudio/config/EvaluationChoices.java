package org.dwastudio.config;

/**
 * Those settings of an evaluation that are choices, not numbers; see {@link EvaluationConfig}.
 *
 * @param architecture name in the network catalogue
 * @param stem how images enter the network
 * @param optimizer what turns gradients into steps
 * @param schedule how the rate falls from step to step
 * @param crop how an image is cut
 * @param horizontalFlip whether half of the images are mirrored
 * @param mix how two images are made one
 * @param loss what the student learns from the soft labels
 * @param softLabels where the soft labels of the distilled set come from
 * @param labels which kinds of labels there are students for
 */
public record EvaluationChoices(
        String architecture,
        NetworkConfig.Stem stem,
        EvaluationConfig.Optimizer optimizer,
        EvaluationConfig.Schedule schedule,
        SqueezeConfig.Crop crop,
        boolean horizontalFlip,
        EvaluationConfig.Mix mix,
        EvaluationConfig.Loss loss,
        EvaluationConfig.SoftLabels softLabels,
        EvaluationConfig.LabelKinds labels) {

    /** Those of a recipe. */
    public static EvaluationChoices of(EvaluationConfig config) {
        return new EvaluationChoices(
                config.architecture(),
                config.stem(),
                config.optimizer(),
                config.schedule(),
                config.crop(),
                config.horizontalFlip(),
                config.mix(),
                config.loss(),
                config.softLabels(),
                config.labels());
    }

    /** The same recipe with these choices. */
    public EvaluationConfig replacedIn(EvaluationConfig config) {
        return config.edited(draft -> {
            draft.architecture = architecture;
            draft.stem = stem;
            draft.optimizer = optimizer;
            draft.schedule = schedule;
            draft.crop = crop;
            draft.horizontalFlip = horizontalFlip;
            draft.mix = mix;
            draft.loss = loss;
            draft.softLabels = softLabels;
            draft.labels = labels;
        });
    }
}
