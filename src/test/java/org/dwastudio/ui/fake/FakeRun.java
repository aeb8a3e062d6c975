package org.dwastudio.ui.fake;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.TakesEffect;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisSettings;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.event.StepLoss;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.stage.LiveTuning;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.request.SynthesisOutcome;

/** One run of the {@link FakeEngine}: column by column, one permit an iteration. */
public final class FakeRun implements Runnable {
    private static final Instant BEGIN = Instant.parse("2026-11-23T15:31:00Z");

    private final StageRun<SynthesisOutcome> run;
    private final Experiment experiment;
    private final ImageDataset dataset;
    private final RunListener listener;
    private final FakeTurns turns;
    private final Random random = new Random(7);
    private SynthesisConfig current;
    private ImageBatch realImages;
    private int column;
    private int iteration;
    private final AtomicInteger made = new AtomicInteger();

    FakeRun(
            StageRun<SynthesisOutcome> run,
            Experiment experiment,
            ImageDataset dataset,
            RunListener listener,
            FakeTurns turns) {
        this.run = run;
        this.experiment = experiment;
        this.dataset = dataset;
        this.listener = listener;
        this.turns = turns;
        current = experiment.synthesis();
        realImages = realImages(0);
    }

    boolean isMaking(Path folder) {
        return run.folder().equals(folder) && !run.outcome().isDone();
    }

    /** Iterations of the whole run until now. */
    public int iterationsMade() {
        return made.get();
    }

    public Experiment experiment() {
        return experiment;
    }

    public RunControl control() {
        return run.control();
    }

    public LiveTuning tuning() {
        return run.tuning().orElseThrow();
    }

    @Override
    public void run() {
        try {
            boolean cancelled = !synthesize();
            run.control().end();
            listener.onEvent(new RunEvent.StageFinished(StageName.SYNTHESIS, cancelled, now()));
            run.outcome()
                    .complete(new SynthesisOutcome(run.folder(), run.folder().resolve("contact-sheet.png"), cancelled));
        } catch (IllegalStateException | InterruptedException e) {
            run.control().end();
            listener.onEvent(new RunEvent.StageFailed(
                    StageName.SYNTHESIS, e.getMessage(), "stack trace of " + e.getMessage(), now()));
            run.outcome().completeExceptionally(e);
        }
    }

    private boolean synthesize() throws InterruptedException {
        listener.onEvent(new RunEvent.StageStarted(StageName.SYNTHESIS, totalSteps(), dataset.classNames(), now()));
        metric(Metric.REAL_VENDI_SCORE, 6.4);
        metric(Metric.REAL_WITHIN_CLASS_COSINE, 0.62);
        for (int each = 0; each < current.imagesPerClass(); each++) {
            listener.onEvent(new RunEvent.ImagesChanged(each, 0, 0, ColumnState.WAITING, realImages(each)));
        }
        while (column < current.imagesPerClass()) {
            realImages = realImages(column);
            iteration = 0;
            while (iteration < current.iterations()) {
                if (!turns.await(run.control())) {
                    return false;
                }
                makeIteration();
            }
            listener.onEvent(new RunEvent.ImagesChanged(column, iteration, 0, ColumnState.FINISHED, images()));
            listener.onEvent(new RunEvent.Saved(run.folder(), now()));
            column++;
        }
        return true;
    }

    private void makeIteration() {
        takeTuning();
        double noise = 1 + 0.05 * random.nextGaussian();
        double crossEntropy = (0.002 + 2.3 * Math.exp(-iteration / 22.0)) * noise;
        double mean = (0.6 + 60 * Math.exp(-iteration / 40.0)) * noise;
        double variance = (0.9 + 90 * Math.exp(-iteration / 30.0)) * noise;
        StepLoss loss =
                new StepLoss(crossEntropy, mean, variance, current.alignment().batchNormWeight(), 0);
        listener.onEvent(new RunEvent.LossMeasured(column, iteration, made.get(), loss));
        iteration++;
        int iterationsMade = made.incrementAndGet();
        if (iterationsMade % 10 == 0) {
            double progress = (double) iterationsMade / totalSteps();
            metric(Metric.VENDI_SCORE, 6.1 + 1.9 * Math.sqrt(progress) + 0.03 * random.nextGaussian());
            metric(Metric.WITHIN_CLASS_COSINE, 0.66 - 0.16 * Math.sqrt(progress) + 0.004 * random.nextGaussian());
        }
        if (listener.wantsImages()) {
            listener.onEvent(new RunEvent.ImagesChanged(column, iteration, 0, ColumnState.RUNNING, images()));
        }
        listener.onEvent(new RunEvent.Progress(
                StageName.SYNTHESIS,
                column,
                iteration,
                current.iterations(),
                current.imagesPerClass(),
                iterationsMade,
                totalSteps()));
    }

    private void takeTuning() {
        for (Parameter<SynthesisConfig> parameter : SynthesisSettings.parameters()) {
            TakesEffect takesEffect = parameter.range().takesEffect();
            boolean due = takesEffect == TakesEffect.NEXT_ITERATION
                    || (takesEffect == TakesEffect.NEXT_COLUMN && iteration == 0);
            double from = parameter.in(current);
            double to = parameter.in(run.tuning().orElseThrow().wanted());
            if (due && from != to) {
                current = parameter.replacedIn(current, to);
                listener.onEvent(
                        new RunEvent.TuningChanged(new TuningChange(column, iteration, parameter, from, to), now()));
            }
        }
    }

    private void metric(Metric metric, double value) {
        listener.onEvent(new RunEvent.MetricPoint(StageName.SYNTHESIS, metric, column, iteration, made.get(), value));
    }

    private long totalSteps() {
        return (long) current.imagesPerClass() * current.iterations();
    }

    private Instant now() {
        return BEGIN.plusMillis(25L * made.get());
    }

    private ImageBatch realImages(int index) {
        int[] indices = new int[dataset.classNames().size()];
        for (int label = 0; label < indices.length; label++) {
            int[] ofClass = dataset.indicesOf(Split.TRAIN, label);
            indices[label] = ofClass[Math.floorMod(17 * index + 3, ofClass.length)];
        }
        return dataset.images(Split.TRAIN, indices);
    }

    /** Real images with more contrast and the speckle that synthesis leaves. */
    private ImageBatch images() {
        double strength = 1 - Math.exp(-iteration / 60.0);
        byte[] bytes = realImages.bytes().clone();
        for (int i = 0; i < bytes.length; i++) {
            double real = bytes[i] & 0xFF;
            double value = real * (1 + 0.4 * strength) + 38 * strength * random.nextGaussian();
            bytes[i] = (byte) Math.max(0, Math.min(255, value));
        }
        return new ImageBatch(
                realImages.count(), realImages.height(), realImages.width(), realImages.channels(), bytes);
    }
}
