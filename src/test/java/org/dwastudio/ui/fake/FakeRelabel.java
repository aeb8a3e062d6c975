package org.dwastudio.ui.fake;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.dwastudio.config.StageName;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.request.RelabelOutcome;
import org.dwastudio.stage.request.SoftLabelStock;

/** Relabeling of the {@link FakeEngine}: two steps per epoch, one permit per step, 1000 bytes per epoch. */
public final class FakeRelabel implements Runnable {
    /** Number of steps per epoch. */
    public static final int STEPS = 2;

    private static final int VIEWS = 100;
    private static final int EPOCH_BYTES = 1000;

    private final StageRun<RelabelOutcome> run;
    private final FakeStage<RelabelOutcome> stage;
    private final EvaluationConfig config;
    private final Kept kept;
    private final List<String> classNames;
    private final RunListener listener;
    private final FakeTurns turns;
    private final AtomicInteger made = new AtomicInteger();

    /** Number of stored epochs by run and training length, which the real engine stores in run folders. */
    static final class Kept {
        private final Map<Path, Map<Integer, Integer>> epochs = new ConcurrentHashMap<>();

        int of(Path run, EvaluationConfig config) {
            return epochs.getOrDefault(run, Map.of()).getOrDefault(config.epochs(), 0);
        }

        private void keep(Path run, EvaluationConfig config, int stored) {
            epochs.computeIfAbsent(run, folder -> new ConcurrentHashMap<>()).put(config.epochs(), stored);
        }

        SoftLabelStock stock(Path run, EvaluationConfig config) {
            int stored = of(run, config);
            return new SoftLabelStock(
                    run.resolve("soft-labels"), VIEWS, stored, config.epochs(), (long) stored * EPOCH_BYTES);
        }
    }

    FakeRelabel(
            StageRun<RelabelOutcome> run,
            EvaluationConfig config,
            Kept kept,
            List<String> classNames,
            RunListener listener,
            FakeTurns turns) {
        this.run = run;
        stage = new FakeStage<>(StageName.RELABEL, run.control(), run.outcome(), listener);
        this.config = config;
        this.kept = kept;
        this.classNames = classNames;
        this.listener = listener;
        this.turns = turns;
    }

    public Path folder() {
        return run.folder();
    }

    public EvaluationConfig config() {
        return config;
    }

    public RunControl control() {
        return run.control();
    }

    /** Returns the number of steps made so far, without epochs that were already stored. */
    public int stepsMade() {
        return made.get();
    }

    @Override
    public void run() {
        int before = kept.of(run.folder(), config);
        stage.run(() -> label(before), cancelled -> {
            SoftLabelStock stock = kept.stock(run.folder(), config);
            return new RelabelOutcome(stock, stock.stored() - before, cancelled);
        });
    }

    private boolean label(int before) throws InterruptedException {
        long total = (long) (config.epochs() - before) * STEPS;
        stage.begin(total, classNames);
        for (int epoch = before; epoch < config.epochs(); epoch++) {
            for (int step = 1; step <= STEPS; step++) {
                if (!turns.await(run.control())) {
                    return false;
                }
                if (step == STEPS) {
                    kept.keep(run.folder(), config, epoch + 1);
                }
                listener.onEvent(new RunEvent.Progress(
                        StageName.RELABEL, epoch, step, STEPS, config.epochs(), made.incrementAndGet(), total));
            }
        }
        return true;
    }
}
