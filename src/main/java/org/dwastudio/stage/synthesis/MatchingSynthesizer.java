package org.dwastudio.stage.synthesis;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.StepLoss;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.checkpoint.CheckpointContent;
import org.dwastudio.stage.synthesis.diversity.FollowedStep;
import org.dwastudio.stage.synthesis.diversity.MeasuredStep;
import org.dwastudio.stage.synthesis.matching.MatchedImages;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;
import org.dwastudio.stage.synthesis.state.SynthesisProgress;
import org.dwastudio.stage.synthesis.step.StepReport;
import org.dwastudio.stage.synthesis.step.SynthesisReporter;
import org.dwastudio.weights.StoredTensor;

/**
 * Order of all steps of a distribution matching. All columns advance together, one slice of the classes after another; a
 * slice has the images that it would have without slices. A step counts once for all columns; its loss is recorded at the
 * first column.
 */
final class MatchingSynthesizer {
    private static final String STAGE = "synthesis";
    /** Column at which losses and changes by hand are recorded. */
    private static final int PLACE = 0;

    private final SynthesisInputs inputs;
    private final RunControl control;
    private final TuningTracker tuning;
    private final ColumnStepper parts;
    private final SynthesisReporter reporter;
    private final SynthesisCheckpoints checkpoints;
    /** Values that the columns begin with. */
    private SynthesisConfig start;
    /** Numbers of steps of the finished slices. */
    private final List<Integer> done = new ArrayList<>();
    /** Steps of all slices. */
    private int steps;

    private Optional<MatchedImages> running = Optional.empty();

    /** @param parts start images, measurements and snapshots */
    MatchingSynthesizer(
            SynthesisConfig config,
            RunControl control,
            TuningTracker tuning,
            ColumnStepper parts,
            SynthesisCheckpoints checkpoints) {
        this.inputs = parts.starter().inputs();
        this.control = control;
        this.tuning = tuning;
        this.parts = parts;
        this.reporter = parts.starter().reporter();
        this.checkpoints = checkpoints;
        start = config;
    }

    /**
     * Makes all steps.
     *
     * @param from checkpoint to resume from; empty starts from the beginning
     * @return whether it was canceled
     * @throws IOException if a checkpoint cannot be written
     */
    boolean run(Optional<SynthesisCheckpoint> from) throws IOException {
        from.ifPresent(checkpoint -> CheckpointContent.restore(
                STAGE, () -> tuning.restore(checkpoint.progress().tuning())));
        start = from.isPresent() ? tuning.applied() : tuning.atColumn(PLACE);
        reporter.started(inputs.dataset().classNames(), (long) slices(PLACE).size() * start.iterations());
        try {
            from.ifPresent(checkpoint -> CheckpointContent.restore(STAGE, () -> restore(checkpoint)));
            parts.diversity().expectColumns(0, start.imagesPerClass(), start.batchSize());
            showWaiting();
            while (isUnfinished() && control.proceed()) {
                advance();
            }
            boolean cancelled = control.token().isCancelled() && isUnfinished();
            if (cancelled) {
                checkpoints.keep(checkpoint());
            }
            showRunning();
            parts.complete(cancelled, tuning.applied());
            reporter.finished(cancelled);
            return cancelled;
        } finally {
            close();
        }
    }

    /** Makes one step of all columns. */
    private void advance() throws IOException {
        SynthesisConfig now = TuningTracker.during(start, tuning.atIteration(PLACE, steps));
        StepReport report = new StepReport(inputs.normalization(), reporter.wantsImages());
        boolean begins = running.isEmpty();
        MatchedImages images = running.orElseGet(() -> begin(now));
        running = Optional.of(images);
        if (begins) {
            forEachColumn(images, (batch, pixels) -> {
                report.showImages(batch, 0, ColumnState.RUNNING, pixels);
                keepSnapshot(batch, now, 0, pixels, report);
            });
        }
        boolean isDue = images.iteration() < now.iterations();
        if (isDue) {
            step(images, now, report);
        }
        boolean finished = images.iteration() >= now.iterations();
        List<MeasuredStep> measured = new ArrayList<>();
        forEachColumn(images, (batch, pixels) -> {
            if (isDue || images.iteration() > now.iterations()) {
                keepSnapshot(batch, now, images.iteration(), pixels, report);
            }
            if (finished) {
                report.showImages(batch, images.iteration(), ColumnState.FINISHED, pixels);
            } else {
                report.offerImages(batch, images.iteration(), pixels);
            }
            measured.add(parts.diversity()
                    .measure(
                            new FollowedStep(
                                    batch, steps, finished, parts.diversity().takeReal()),
                            pixels));
        });
        report.deliver(reporter);
        parts.diversity().follow(measured);
        if (finished) {
            done.add(images.iteration());
            close();
        }
        progressed(now.iterations());
        if (checkpoints.isDue(finished)) {
            checkpoints.keep(checkpoint());
        }
    }

    private void step(MatchedImages images, SynthesisConfig now, StepReport report) {
        double loss = images.step(now);
        if (!Double.isFinite(loss)) {
            throw SynthesisDivergedException.loss(PLACE, steps, now.execution().precision());
        }
        report.stepped(PLACE, steps, StepLoss.ofMatching(loss), now.matching().rate());
        steps++;
    }

    private MatchedImages begin(SynthesisConfig config) {
        BatchStarter starter = parts.starter();
        return MatchedImages.start(
                slice(done.size()),
                inputs,
                starter.initializer(),
                config,
                starter.seeds(),
                starter.operators(),
                starter.manager());
    }

    private void keepSnapshot(ClassBatch batch, SynthesisConfig now, int iteration, NDArray pixels, StepReport report) {
        parts.snapshots().keepIfDue(batch, start, now, iteration, pixels, report);
    }

    private void progressed(int iterations) {
        long left = running.map(images -> (long) Math.max(0, iterations - images.iteration()))
                .orElse(0L);
        long waiting = Math.max(0, slices(PLACE).size() - done.size() - (running.isPresent() ? 1 : 0));
        long remaining = left + waiting * iterations;
        int columns = start.imagesPerClass();
        reporter.progressed(columns - 1, steps, (int) (steps + remaining), columns, remaining);
    }

    private SynthesisCheckpoint checkpoint() {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        running.ifPresent(images -> images.save(tensors));
        Map<String, Double> values = SynthesisProgress.values(start);
        List<SynthesisProgress.OfBatch> batches = running.stream()
                .map(images -> new SynthesisProgress.OfBatch(values, images.iteration(), 0, 0, 0))
                .toList();
        SynthesisProgress progress = new SynthesisProgress(
                reporter.step(),
                IntStream.range(0, start.imagesPerClass())
                        .mapToObj(index -> new SynthesisProgress.OfColumn(index, values, steps, done, batches))
                        .toList(),
                List.of(),
                tuning.save(),
                parts.diversity().save(tensors));
        return SynthesisCheckpoint.of(progress, tensors);
    }

    /** Restores the running slice and shows its images. */
    private void restore(SynthesisCheckpoint from) {
        reporter.resumeAfter(from.steps());
        SynthesisProgress.OfColumn saved = from.progress().columns().get(PLACE);
        start = SynthesisProgress.replaced(start, saved.start());
        steps = saved.steps();
        done.addAll(saved.batchesDone());
        for (SynthesisProgress.OfBatch batch : saved.running()) {
            MatchedImages images = begin(start);
            running = Optional.of(images);
            images.restore(from, batch.iteration());
        }
        parts.diversity().restore(from);
        showRunning();
    }

    /** Shows the start images of slices that have not begun. */
    private void showWaiting() {
        if (parts.starter().showsWaiting(start.imagesPerClass())) {
            IntStream.range(done.size() + 1, slices(PLACE).size())
                    .forEach(index -> slice(index).forEach(parts.starter()::showWaiting));
        }
    }

    private void showRunning() {
        running.ifPresent(images -> forEachColumn(
                images,
                (batch, pixels) -> reporter.showImages(batch, images.iteration(), ColumnState.RUNNING, pixels)));
    }

    /** Action on the images of a column. */
    @FunctionalInterface
    private interface ColumnAction {
        void accept(ClassBatch batch, NDArray pixels);
    }

    private void forEachColumn(MatchedImages images, ColumnAction action) {
        for (ClassBatch batch : slice(done.size())) {
            try (NDManager scope = parts.starter().manager().newSubManager()) {
                action.accept(batch, images.column(batch.column(), scope));
            }
        }
    }

    private boolean isUnfinished() {
        return done.size() < slices(PLACE).size();
    }

    /** Returns the batches of all columns with the classes of a slice. */
    private List<ClassBatch> slice(int index) {
        return IntStream.range(0, start.imagesPerClass())
                .mapToObj(column -> slices(column).get(index))
                .toList();
    }

    private List<ClassBatch> slices(int column) {
        return ClassBatch.ofColumn(column, inputs.classes(), start.batchSize());
    }

    private void close() {
        running.ifPresent(MatchedImages::close);
        running = Optional.empty();
    }
}
