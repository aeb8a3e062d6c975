package org.dwastudio.config;

import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.config.synthesis.SynthesisConfig;

/**
 * Parameter that was changed during a run; replaying the run applies it at the same step.
 *
 * @param column column in which the new value first counts, from 0
 * @param iteration pixel step of that column before which it first counts, from 0
 * @param parameter what was moved
 * @param from value before
 * @param to value from then on
 */
public record TuningChange(int column, int iteration, Parameter<SynthesisConfig> parameter, double from, double to) {

    /** Returns the rank of the step at which this change takes effect, see {@link #position(Execution, int, int)}. */
    public long position(Execution execution) {
        return position(execution, column, iteration);
    }

    /**
     * Returns the rank of a pixel step in a run: of two steps, the earlier one has the smaller number. Columns one by one
     * advance in groups of the columns that run at the same time: 0 to n − 1, then n to 2 n − 1.
     */
    public static long position(Execution execution, int column, int iteration) {
        int together = execution.columnsAtOnce();
        return switch (execution.order()) {
            case COLUMN_BY_COLUMN ->
                ((long) (column / together) << Integer.SIZE) + (long) iteration * together + column % together;
            case ALL_AT_ONCE -> ((long) iteration << Integer.SIZE) + column;
        };
    }
}
