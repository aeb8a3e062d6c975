package org.dwastudio.stage.squeeze;

import java.time.Instant;
import java.util.List;
import org.dwastudio.config.StageName;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;

/** Reporter of a training: converts progress to run events and counts the steps. */
final class SqueezeReporter {
    private static final int COLUMN = 0;
    private static final int COLUMNS = 1;

    private final RunListener listener;
    private final int epochs;
    private final int stepsPerEpoch;
    private long step;

    SqueezeReporter(RunListener listener, int epochs, int stepsPerEpoch) {
        this.listener = listener;
        this.epochs = epochs;
        this.stepsPerEpoch = stepsPerEpoch;
    }

    /** Reports the start of a training, or its continuation after the epochs of a history, which are reported again. */
    void started(List<String> classNames, List<EpochScores> history) {
        listener.onEvent(new RunEvent.StageStarted(StageName.SQUEEZE, totalSteps(), classNames, Instant.now()));
        for (int epoch = 0; epoch < history.size(); epoch++) {
            step += stepsPerEpoch;
            trained(epoch, history.get(epoch).trainingLoss(), history.get(epoch).trainingAccuracy());
            tested(epoch, history.get(epoch).testAccuracy());
        }
    }

    /** A step was made in an epoch. */
    void stepped(int epoch) {
        step++;
        listener.onEvent(new RunEvent.Progress(StageName.SQUEEZE, COLUMN, epoch, epochs, COLUMNS, step, totalSteps()));
    }

    /** The steps of an epoch are made. */
    void trained(int epoch, double loss, double accuracy) {
        measured(Metric.TRAINING_LOSS, epoch, loss);
        measured(Metric.TRAINING_ACCURACY, epoch, accuracy);
    }

    /** The weights at the end of an epoch were measured. */
    void tested(int epoch, double accuracy) {
        measured(Metric.TEST_ACCURACY, epoch, accuracy);
    }

    void finished(boolean cancelled) {
        listener.onEvent(new RunEvent.StageFinished(StageName.SQUEEZE, cancelled, Instant.now()));
    }

    private void measured(Metric metric, int epoch, double value) {
        listener.onEvent(new RunEvent.MetricPoint(StageName.SQUEEZE, metric, COLUMN, epoch, step, value));
    }

    private long totalSteps() {
        return (long) epochs * stepsPerEpoch;
    }
}
