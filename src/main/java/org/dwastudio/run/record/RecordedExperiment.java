package org.dwastudio.run.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.config.synthesis.SynthesisSettings;
import org.dwastudio.config.yaml.ExperimentWriter;

/**
 * Experiment with the tuning changes that have happened, written to disk after every change. Changes that are being
 * replayed stay in the file until they happen, so that the file repeats the whole run even after a crash.
 */
final class RecordedExperiment {
    private final Experiment planned;
    private final Path file;
    private final List<TuningChange> happened = new ArrayList<>();
    private final List<TuningChange> toCome;

    /**
     * Writes the planned experiment.
     *
     * @param past number of its first tuning changes that have already happened
     */
    RecordedExperiment(Experiment planned, int past, Path file) throws IOException {
        this.planned = planned;
        this.file = file;
        this.toCome = new ArrayList<>(planned.tuning());
        List<TuningChange> before = toCome.subList(0, past);
        happened.addAll(before);
        before.clear();
        write();
    }

    void tuned(TuningChange change) throws IOException {
        toCome.stream().filter(other -> samePlace(other, change)).findFirst().ifPresent(toCome::remove);
        happened.add(change);
        write();
    }

    /** Returns the experiment with the changes that have happened, and no later ones. */
    Experiment untilNow() {
        return planned.withTuning(happened);
    }

    /**
     * Returns the experiment with the changes in effect when a column reached an iteration, in their order: equal at
     * the same position of a manually tuned run, its replay, and a part of it.
     */
    Experiment until(int column, int iteration) {
        Execution execution = planned.synthesis().execution();
        long now = TuningChange.position(execution, column, iteration);
        return planned.withTuning(Stream.concat(happened.stream(), toCome.stream())
                .filter(change -> change.position(execution) <= now)
                .sorted(Comparator.<TuningChange>comparingLong(change -> change.position(execution))
                        .thenComparingInt(
                                change -> SynthesisSettings.parameters().indexOf(change.parameter())))
                .toList());
    }

    private static boolean samePlace(TuningChange one, TuningChange other) {
        return one.column() == other.column()
                && one.iteration() == other.iteration()
                && one.parameter() == other.parameter();
    }

    private void write() throws IOException {
        List<TuningChange> tuning = new ArrayList<>(happened);
        tuning.addAll(toCome);
        ExperimentWriter.write(planned.withTuning(tuning), file);
    }
}
