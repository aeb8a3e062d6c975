package org.dwastudio.stage.synthesis.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisSettings;
import org.dwastudio.stage.synthesis.diversity.DiversityMeter;

/**
 * Where a synthesis stands between two steps, but for its tensors. What is drawn at random depends on seed and place
 * alone, and an adjusted teacher on what its batch began with: neither is kept.
 *
 * @param step pixel steps made in the whole stage
 * @param columns those that have begun, in order
 * @param turns indices of the columns that take turns, the next one first; empty column by column
 * @param tuning which changes count by now
 * @param diversity what has been looked at
 */
public record SynthesisProgress(
        long step, List<OfColumn> columns, List<Integer> turns, OfTuning tuning, OfDiversity diversity) {

    /**
     * A column that has begun.
     *
     * @param start the values that it began with, by the parameters' keys
     * @param steps pixel steps made in it
     * @param batchesDone pixel steps of its finished batches
     * @param underWay the batch that has begun and is not finished; one or none
     */
    public record OfColumn(
            int index, Map<String, Double> start, int steps, List<Integer> batchesDone, List<OfBatch> underWay) {}

    /**
     * A batch that is not finished.
     *
     * @param start the values that it began with, by the parameters' keys
     * @param iteration pixel steps made in it
     * @param lossScale what its gradients are multiplied by; 0 when they are not scaled
     * @param goodSteps steps since that changed
     * @param skippedSteps those of its steps that were left out
     */
    public record OfBatch(
            Map<String, Double> start, int iteration, double lossScale, int goodSteps, int skippedSteps) {}

    /**
     * Changes made by hand.
     *
     * @param applied the values that count, by the parameters' keys
     * @param wanted the values that were asked for
     * @param reached the furthest place that was reached, see {@link org.dwastudio.config.TuningChange#position}
     * @param happened changes that were told of
     */
    public record OfTuning(Map<String, Double> applied, Map<String, Double> wanted, long reached, int happened) {}

    /** What a {@link DiversityMeter} knows beside features. */
    public record OfDiversity(
            int classes,
            int first,
            int end,
            boolean realReported,
            List<ClassBatch> unseenColumns,
            List<ClassBatch> unseenReal) {}

    /** The values of all parameters by their keys. */
    public static Map<String, Double> values(SynthesisConfig config) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Parameter<SynthesisConfig> parameter : SynthesisSettings.parameters()) {
            values.put(parameter.key(), parameter.in(config));
        }
        return values;
    }

    /**
     * The same configuration with the values of {@link #values}. A parameter that is not among them, as those of a newer
     * version are not where an older one was interrupted, stays as it is.
     */
    public static SynthesisConfig replaced(SynthesisConfig config, Map<String, Double> values) {
        SynthesisConfig result = config;
        for (Parameter<SynthesisConfig> parameter : SynthesisSettings.parameters()) {
            Double value = values.get(parameter.key());
            result = value == null ? result : parameter.replacedIn(result, value);
        }
        return result;
    }
}
