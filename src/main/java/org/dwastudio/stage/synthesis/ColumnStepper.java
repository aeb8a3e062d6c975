package org.dwastudio.stage.synthesis;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.StepLoss;
import org.dwastudio.stage.synthesis.augmentation.LinearAugmentation;
import org.dwastudio.stage.synthesis.diversity.DiversityMeter;
import org.dwastudio.stage.synthesis.diversity.FollowedStep;
import org.dwastudio.stage.synthesis.diversity.MeasuredStep;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;
import org.dwastudio.stage.synthesis.state.SynthesisProgress;
import org.dwastudio.stage.synthesis.step.LossScale;
import org.dwastudio.stage.synthesis.step.SnapshotKeeper;
import org.dwastudio.stage.synthesis.step.StepReport;
import org.dwastudio.weights.StoredTensor;

/**
 * Pixel steps of columns; batches of a column begin and end on the way. Several columns may advance at the same time, on
 * several threads.
 *
 * @param starter starts batches
 * @param diversity measures the images
 * @param snapshots keeps images for the time line
 */
record ColumnStepper(BatchStarter starter, DiversityMeter diversity, SnapshotKeeper snapshots) {
    /**
     * Makes one pixel step of a column.
     *
     * @return features of the images after the step
     */
    MeasuredStep advance(ColumnStep step) {
        Column column = step.column();
        StepReport report = step.report();
        SynthesisConfig now = step.config();
        ClassBatch batch = column.batch();
        boolean begins = column.running().isEmpty();
        if (begins && now.iterations() == 0) {
            return withoutSteps(step);
        }
        if (begins) {
            begin(column, batch, now, report);
        }
        BatchSynthesis synthesis = column.running().orElseThrow();
        if (begins) {
            keepSnapshot(step, batch, synthesis);
        }
        if (synthesis.iteration() < now.iterations()) {
            step(column, batch, synthesis, step);
            keepSnapshot(step, batch, synthesis);
        } else if (synthesis.iteration() > now.iterations()) {
            keepSnapshot(step, batch, synthesis);
        }
        boolean finished = synthesis.iteration() >= now.iterations();
        if (finished) {
            report.showImages(batch, synthesis.iteration(), ColumnState.FINISHED, synthesis.images());
        } else {
            report.offerImages(batch, synthesis.iteration(), synthesis.images());
        }
        MeasuredStep measured =
                diversity.measure(new FollowedStep(batch, column.steps(), finished, step.real()), synthesis.images());
        if (finished) {
            finish(column, batch, synthesis.images());
        }
        return measured;
    }

    /** Ends a batch with its start images: no teacher is adjusted for it. */
    private MeasuredStep withoutSteps(ColumnStep step) {
        Column column = step.column();
        ClassBatch batch = column.batch();
        try (NDManager scope = starter.manager().newSubManager()) {
            NDArray images = starter.adjuster().start(batch, scope).pixels();
            step.report().showImages(batch, 0, ColumnState.FINISHED, images);
            MeasuredStep measured =
                    diversity.measure(new FollowedStep(batch, column.steps(), true, step.real()), images);
            finish(column, batch, images);
            return measured;
        }
    }

    private void finish(Column column, ClassBatch batch, NDArray images) {
        if (column.start().repulsion().isOn()) {
            starter.finished().add(batch, images);
        }
        column.endBatch();
    }

    /** Completes the measurements of a run that made no steps. */
    void complete(boolean cancelled, SynthesisConfig config) {
        if (!cancelled && config.iterations() == 0) {
            diversity.completeReal();
        }
    }

    /** Returns the state of the diversity for a checkpoint and adds its tensors and those of finished columns. */
    SynthesisProgress.OfDiversity save(Map<String, StoredTensor> tensors) {
        starter.finished().save(tensors);
        return diversity.save(tensors);
    }

    /** Restores what {@link #save} stored. */
    void restore(SynthesisCheckpoint from) {
        starter.finished().restore(from);
        diversity.restore(from);
    }

    private void keepSnapshot(ColumnStep step, ClassBatch batch, BatchSynthesis synthesis) {
        snapshots.keepIfDue(
                batch, step.column().start(), step.config(), synthesis.iteration(), synthesis.images(), step.report());
    }

    private void begin(Column column, ClassBatch batch, SynthesisConfig now, StepReport report) {
        int steps = column.steps();
        column.begin(starter.start(batch, now, steps, report), now);
        column.running()
                .flatMap(BatchSynthesis::lossScale)
                .ifPresent(scale -> report.lossScaleChanged(batch.column(), steps, scale));
    }

    private void step(Column column, ClassBatch batch, BatchSynthesis synthesis, ColumnStep step) {
        SynthesisConfig config = step.config();
        StepReport report = step.report();
        double learningRate = synthesis.learningRate(config);
        LinearAugmentation augmentation = starter.augmentations().draw(batch, synthesis.iteration(), config);
        Optional<LossScale> scale = synthesis.lossScale();
        int skipped = synthesis.skippedSteps();
        StepLoss loss = synthesis.step(config, augmentation);
        if (!Double.isFinite(loss.total())) {
            throw SynthesisDivergedException.loss(
                    column.index(), column.steps(), config.execution().precision());
        }
        if (synthesis.skippedSteps() > skipped) {
            report.skipped(column.index(), column.steps(), synthesis.skippedSteps());
        }
        report.stepped(column.index(), column.steps(), loss, learningRate);
        column.countStep();
        synthesis
                .lossScale()
                .filter(now -> now.factor() != scale.orElse(now).factor())
                .ifPresent(now -> rescaled(column, now, report));
    }

    private void rescaled(Column column, LossScale scale, StepReport report) {
        if (scale.isExhausted()) {
            throw SynthesisDivergedException.gradient(column.index(), column.steps());
        }
        report.lossScaleChanged(column.index(), column.steps(), scale);
    }
}
