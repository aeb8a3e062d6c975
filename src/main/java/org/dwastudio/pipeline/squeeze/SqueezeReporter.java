package org.dwastudio.pipeline.squeeze;

import java.time.Instant;
import java.util.List;
import org.dwastudio.config.StageName;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;

/** Turns what happens in a training into run events; counts its steps. */
final class SqueezeReporter {
    private static final int COLUMN = 0;
    private static final int COLUMNS = 1;

    private final RunListener listener;
    private final int epochs;
    private final long totalSteps;
    private long step;

    SqueezeReporter(RunListener listener, int epochs, int stepsPerEpoch) {
        this.listener = listener;
        this.epochs = epochs;
        this.totalSteps = (long) epochs * stepsPerEpoch;
    }

    void started(List<String> classNames) {
        listener.onEvent(new RunEvent.StageStarted(StageName.SQUEEZE, totalSteps, classNames, Instant.now()));
    }

    /** A step was made in an epoch. */
    void stepped(int epoch) {
        step++;
        listener.onEvent(new RunEvent.Progress(StageName.SQUEEZE, COLUMN, epoch, epochs, COLUMNS, step, totalSteps));
    }

    void measured(Metric metric, int epoch, double value) {
        listener.onEvent(new RunEvent.MetricPoint(StageName.SQUEEZE, metric, COLUMN, epoch, step, value));
    }

    void finished(boolean cancelled) {
        listener.onEvent(new RunEvent.StageFinished(StageName.SQUEEZE, cancelled, Instant.now()));
    }
}
