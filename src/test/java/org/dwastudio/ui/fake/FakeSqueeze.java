package org.dwastudio.ui.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.request.SqueezeOutcome;

/** One squeeze of the {@link FakeEngine}: ten steps an epoch, one permit a step, curves as trainings have them. */
public final class FakeSqueeze implements Runnable {
    /** Steps of an epoch. */
    public static final int STEPS_PER_EPOCH = 10;

    private final StageRun<SqueezeOutcome> run;
    private final FakeStage<SqueezeOutcome> stage;
    private final Experiment experiment;
    private final List<String> classNames;
    private final RunListener listener;
    private final FakeTurns turns;
    private final AtomicInteger made;

    FakeSqueeze(
            StageRun<SqueezeOutcome> run,
            Experiment experiment,
            int firstEpoch,
            List<String> classNames,
            RunListener listener,
            FakeTurns turns) {
        this.run = run;
        stage = new FakeStage<>(StageName.SQUEEZE, run.control(), run.outcome(), listener);
        this.experiment = experiment;
        this.classNames = classNames;
        this.listener = listener;
        this.turns = turns;
        made = new AtomicInteger(firstEpoch * STEPS_PER_EPOCH);
    }

    public Path folder() {
        return run.folder();
    }

    public Experiment experiment() {
        return experiment;
    }

    public RunControl control() {
        return run.control();
    }

    /** Steps of the whole squeeze until now. */
    public int stepsMade() {
        return made.get();
    }

    @Override
    public void run() {
        stage.run(this::train, this::outcome);
    }

    private SqueezeOutcome outcome(boolean cancelled) {
        int epochs = made.get() / STEPS_PER_EPOCH;
        return new SqueezeOutcome(
                run.folder(),
                teacher("last", testAccuracy(epochs) - 0.01),
                testAccuracy(epochs) - 0.01,
                teacher("best", testAccuracy(epochs)),
                testAccuracy(epochs),
                epochs,
                false,
                cancelled);
    }

    private Path teacher(String name, double accuracy) {
        NetworkConfig network = new NetworkConfig(
                experiment.squeeze().network().architecture(),
                experiment.squeeze().network().width(),
                Stem.SMALL,
                1,
                10,
                28);
        try {
            return TeacherFiles.write(run.folder().resolve(name + ".safetensors"), network, accuracy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean train() throws InterruptedException {
        int epochs = experiment.squeeze().epochs();
        long total = (long) epochs * STEPS_PER_EPOCH;
        stage.begin(total, classNames);
        for (int epoch = made.get() / STEPS_PER_EPOCH; epoch < epochs; epoch++) {
            for (int step = 0; step < STEPS_PER_EPOCH; step++) {
                if (!turns.await(run.control())) {
                    return false;
                }
                // The measurements of an epoch come before its last step is reported, so that a test can wait for it.
                if (step == STEPS_PER_EPOCH - 1) {
                    measure(epoch, made.get() + 1L);
                }
                listener.onEvent(
                        new RunEvent.Progress(StageName.SQUEEZE, 0, epoch, epochs, 1, made.incrementAndGet(), total));
            }
        }
        return true;
    }

    private void measure(int epoch, long step) {
        metric(Metric.TRAINING_LOSS, epoch, step, 0.12 + 2.1 * Math.exp(-epoch / 14.0));
        metric(Metric.TRAINING_ACCURACY, epoch, step, 0.98 - 0.7 * Math.exp(-epoch / 16.0));
        metric(Metric.TEST_ACCURACY, epoch, step, testAccuracy(epoch + 1));
    }

    private static double testAccuracy(int epochs) {
        return epochs == 0 ? 0.1 : 0.93 - 0.6 * Math.exp(-epochs / 12.0);
    }

    private void metric(Metric metric, int epoch, long step, double value) {
        listener.onEvent(new RunEvent.MetricPoint(StageName.SQUEEZE, metric, 0, epoch, step, value));
    }
}
