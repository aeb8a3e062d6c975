package org.dwastudio.stage.synthesis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.TakesEffect;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisSettings;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.stage.LiveTuning;
import org.dwastudio.stage.synthesis.state.SynthesisProgress;

/**
 * Schedule of parameter changes: applies each at its effective column and iteration and emits a {@code TuningChanged}
 * event. Recorded changes are requested again when their position is reached, and are then treated like new ones.
 *
 * <p>When only a part of a run is computed, the recorded changes of the other columns are applied without an event at
 * the position where the whole run would have reached them, so that the computed columns equal those of the whole run.
 */
final class TuningTracker {
    private final LiveTuning live;
    private final List<TuningChange> recorded;
    private final List<TuningChange> ofOtherColumns;
    private final RunListener listener;
    private SynthesisConfig applied;
    private long reached = Long.MIN_VALUE;
    private int happened;

    /**
     * Creates a tracker that begins with the experiment's values, regardless of the currently requested ones.
     *
     * @param recorded changes of an earlier run, to be replayed
     */
    TuningTracker(SynthesisConfig start, LiveTuning live, List<TuningChange> recorded, RunListener listener) {
        this.live = live;
        this.recorded = recorded;
        this.listener = listener;
        ofOtherColumns = new ArrayList<>(recorded);
        ofOtherColumns.removeIf(change -> change.column() >= start.columns().start()
                && (start.columns().end() == 0
                        || change.column() < start.columns().end()));
        applied = start;
    }

    /** Returns the current state for a checkpoint. */
    SynthesisProgress.OfTuning save() {
        return new SynthesisProgress.OfTuning(
                SynthesisProgress.values(applied), SynthesisProgress.values(live.wanted()), reached, happened);
    }

    /** Restores a saved state; recorded changes up to its position are taken as applied. */
    void restore(SynthesisProgress.OfTuning saved) {
        applied = SynthesisProgress.replaced(applied, saved.applied());
        for (Parameter<SynthesisConfig> parameter : SynthesisSettings.parameters()) {
            // Checkpoints of earlier versions lack the parameters that were added since.
            Double value = saved.wanted().get(parameter.key());
            if (value != null && value != parameter.in(live.wanted())) {
                live.request(parameter, value);
            }
        }
        reached = saved.reached();
        happened = saved.happened();
        ofOtherColumns.removeIf(change -> change.position(applied.execution()) <= reached);
    }

    /** Returns the values currently in effect. */
    SynthesisConfig applied() {
        return applied;
    }

    /** Returns the values with which a column begins. */
    SynthesisConfig atColumn(int column) {
        return at(column, 0, TakesEffect.NEXT_COLUMN);
    }

    /**
     * Returns the values of a pixel step. Within a running column, only changes that take effect at the next iteration
     * apply.
     *
     * @param iteration pixel steps made in the column
     */
    SynthesisConfig atIteration(int column, int iteration) {
        return at(column, iteration, TakesEffect.NEXT_ITERATION);
    }

    /**
     * Returns a column's values, with the parameters that take effect at the next iteration replaced by current ones.
     */
    static SynthesisConfig during(SynthesisConfig columnStart, SynthesisConfig now) {
        SynthesisConfig config = columnStart;
        for (Parameter<SynthesisConfig> parameter : SynthesisSettings.parameters()) {
            if (parameter.range().takesEffect() == TakesEffect.NEXT_ITERATION) {
                config = parameter.replacedIn(config, parameter.in(now));
            }
        }
        return config;
    }

    private SynthesisConfig at(int column, int iteration, TakesEffect place) {
        reached = Math.max(reached, TuningChange.position(applied.execution(), column, iteration));
        adoptThoseOfOtherColumns();
        for (TuningChange change : recorded) {
            if (change.column() == column
                    && change.iteration() == iteration
                    && change.parameter().range().takesEffect() == place) {
                live.request(change.parameter(), change.to());
            }
        }
        SynthesisConfig wanted = live.wanted();
        if (!wanted.equals(applied)) {
            for (Parameter<SynthesisConfig> parameter : SynthesisSettings.parameters()) {
                if (parameter.range().takesEffect() == place) {
                    apply(parameter, parameter.in(wanted), column, iteration);
                }
            }
        }
        return applied;
    }

    private void adoptThoseOfOtherColumns() {
        ofOtherColumns.removeIf(change -> {
            boolean passed = change.position(applied.execution()) <= reached;
            if (passed) {
                live.request(change.parameter(), change.to());
                applied = change.parameter().replacedIn(applied, change.to());
            }
            return passed;
        });
    }

    private void apply(Parameter<SynthesisConfig> parameter, double value, int column, int iteration) {
        double before = parameter.in(applied);
        if (before != value) {
            applied = parameter.replacedIn(applied, value);
            happened++;
            listener.onEvent(new RunEvent.TuningChanged(
                    new TuningChange(column, iteration, parameter, before, value), Instant.now()));
        }
    }
}
