package org.dwastudio.ui.evaluation;

import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunEvent.Progress;
import org.dwastudio.ui.stage.RunObserver;
import org.dwastudio.ui.stage.StageProgress;

/** Students that a running evaluation has begun; several may train at the same time. FX thread only. */
final class StudentsInTraining implements RunObserver {
    /** Listener to the students of a running evaluation. */
    interface Listener {
        /** Reports that a student made its first step in this run. */
        void begun(int student);

        /** Reports that the epoch of a student changed, or that there are no students any more. */
        void changed();
    }

    private record Reached(int epoch, boolean last) {}

    private final StageProgress.Reading reading;
    private final Listener listener;
    private final SortedMap<Integer, Reached> reached = new TreeMap<>();
    private Experiment experiment;

    /** @param reading yields the epoch of a student */
    StudentsInTraining(StageProgress.Reading reading, Experiment experiment, Listener listener) {
        this.reading = reading;
        this.experiment = experiment;
        this.listener = listener;
    }

    /** Returns the epoch of a student in training, from 1; empty if it is waiting or done. */
    OptionalInt epochOf(int student) {
        Reached now = reached.get(student);
        return now == null || isDone(student) ? OptionalInt.empty() : OptionalInt.of(now.epoch());
    }

    /** Returns whether a student has made its last step, and a later one has begun, or was done before. */
    boolean isDone(int student) {
        if (reached.isEmpty() || student >= reached.lastKey()) {
            return false;
        }
        Reached now = reached.get(student);
        return now == null || now.last();
    }

    @Override
    public void onStart(Experiment begun) {
        experiment = begun;
        reached.clear();
        listener.changed();
    }

    @Override
    public void onEvent(RunEvent event) {
        if (event instanceof Progress progress && progress.isOf(StageName.EVALUATION)) {
            int epoch = reading.of(progress, experiment).epoch();
            Reached now = new Reached(epoch, progress.iteration() == progress.iterations());
            Reached before = reached.put(progress.unit(), now);
            if (before == null) {
                listener.begun(progress.unit());
            }
            if (!now.equals(before)) {
                listener.changed();
            }
        }
    }
}
