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

    /** Returns the rank of a pixel step in a run: of two steps, the earlier one has the smaller number. */
    public static long position(Execution.Order order, int column, int iteration) {
        return switch (order) {
            case COLUMN_BY_COLUMN -> ((long) column << Integer.SIZE) + iteration;
            case ALL_AT_ONCE -> ((long) iteration << Integer.SIZE) + column;
        };
    }
}
