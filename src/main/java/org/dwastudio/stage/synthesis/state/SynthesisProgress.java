package org.dwastudio.stage.synthesis.state;

import com.google.gson.annotations.SerializedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisSettings;
import org.dwastudio.stage.synthesis.diversity.DiversityMeter;

/**
 * Progress of a synthesis between two steps, without its tensors. Random draws depend only on seed and position, and an
 * adjusted teacher depends only on the start of its batch, so neither is stored.
 *
 * @param step pixel steps made in the whole stage
 * @param columns columns that have begun, in order
 * @param turns indices of the alternating columns, the next one first; empty when columns run one after another
 * @param tuning tuning changes in effect
 * @param diversity state of the diversity measurement
 */
public record SynthesisProgress(
        long step, List<OfColumn> columns, List<Integer> turns, OfTuning tuning, OfDiversity diversity) {
    public SynthesisProgress {
        columns = List.copyOf(columns);
        turns = List.copyOf(turns);
        Objects.requireNonNull(tuning);
        Objects.requireNonNull(diversity);
    }

    /**
     * Progress of a column that has begun.
     *
     * @param start values that it began with, by the parameters' keys
     * @param steps pixel steps made in it
     * @param batchesDone pixel steps of its finished batches
     * @param running the batch that has begun and is not finished; one or none
     */
    public record OfColumn(
            int index,
            Map<String, Double> start,
            int steps,
            List<Integer> batchesDone,
            @SerializedName("underWay") List<OfBatch> running) {
        public OfColumn {
            start = Map.copyOf(start);
            batchesDone = List.copyOf(batchesDone);
            running = List.copyOf(running);
        }
    }

    /**
     * Progress of an unfinished batch.
     *
     * @param start values that it began with, by the parameters' keys
     * @param iteration pixel steps made in it
     * @param lossScale factor by which its gradients are multiplied; 0 when they are not scaled
     * @param goodSteps steps with finite gradients since the factor changed
     * @param skippedSteps number of its steps that were skipped
     */
    public record OfBatch(Map<String, Double> start, int iteration, double lossScale, int goodSteps, int skippedSteps) {
        public OfBatch {
            start = Map.copyOf(start);
        }
    }

    /**
     * State of the manual tuning changes.
     *
     * @param applied values in effect, by the parameters' keys
     * @param wanted requested values
     * @param reached furthest position that was reached, see {@link org.dwastudio.config.TuningChange#position}
     * @param happened number of changes that were reported
     */
    public record OfTuning(Map<String, Double> applied, Map<String, Double> wanted, long reached, int happened) {
        public OfTuning {
            applied = Map.copyOf(applied);
            wanted = Map.copyOf(wanted);
        }
    }

    /** State of a {@link DiversityMeter} without its features. */
    public record OfDiversity(
            int classes,
            int first,
            int end,
            boolean realReported,
            List<ClassBatch> unseenColumns,
            List<ClassBatch> unseenReal) {
        public OfDiversity {
            unseenColumns = List.copyOf(unseenColumns);
            unseenReal = List.copyOf(unseenReal);
        }
    }

    /** Returns the values of all parameters by their keys. */
    public static Map<String, Double> values(SynthesisConfig config) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Parameter<SynthesisConfig> parameter : SynthesisSettings.parameters()) {
            values.put(parameter.key(), parameter.in(config));
        }
        return values;
    }

    /**
     * Returns the configuration with its parameters replaced by the values of {@link #values}. A parameter without a
     * value is unchanged, for example one that was added after the version that was interrupted.
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
