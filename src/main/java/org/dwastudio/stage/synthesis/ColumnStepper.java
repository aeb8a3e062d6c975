package org.dwastudio.stage.synthesis;

import java.util.Optional;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.StepLoss;
import org.dwastudio.stage.synthesis.augmentation.LinearAugmentation;
import org.dwastudio.stage.synthesis.diversity.DiversityMeter;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.step.LossScale;
import org.dwastudio.stage.synthesis.step.SynthesisReporter;

/**
 * Pixel steps of a column; its batches begin and end on the way.
 *
 * @param starter starts batches
 * @param reporter notified of losses and images
 * @param diversity measures the images
 */
record ColumnStepper(BatchStarter starter, SynthesisReporter reporter, DiversityMeter diversity) {
    /**
     * Makes one pixel step of a column.
     *
     * @param now values of the step
     */
    void advance(Column column, SynthesisConfig now) {
        ClassBatch batch = column.batch();
        if (column.running().isEmpty()) {
            begin(column, batch, now);
        }
        BatchSynthesis synthesis = column.running().orElseThrow();
        if (synthesis.iteration() < now.iterations()) {
            step(column, batch, synthesis, now);
        }
        boolean finished = synthesis.iteration() >= now.iterations();
        if (finished) {
            reporter.showImages(batch, synthesis.iteration(), ColumnState.FINISHED, synthesis.images());
        } else {
            reporter.offerImages(batch, synthesis.iteration(), synthesis.images());
        }
        diversity.follow(batch, column.steps(), finished, synthesis.images());
        if (finished) {
            column.endBatch();
        }
    }

    private void begin(Column column, ClassBatch batch, SynthesisConfig now) {
        int steps = column.steps();
        column.begin(starter.start(batch, now, adjusted -> reporter.adjusted(batch.column(), steps, adjusted)), now);
        column.running()
                .flatMap(BatchSynthesis::lossScale)
                .ifPresent(scale -> reporter.lossScaleChanged(batch.column(), steps, scale));
    }

    private void step(Column column, ClassBatch batch, BatchSynthesis synthesis, SynthesisConfig config) {
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
            reporter.skipped(column.index(), column.steps(), synthesis.skippedSteps());
        }
        reporter.stepped(column.index(), column.steps(), loss, learningRate);
        column.countStep();
        synthesis
                .lossScale()
                .filter(now -> now.factor() != scale.orElse(now).factor())
                .ifPresent(now -> rescaled(column, now));
    }

    private void rescaled(Column column, LossScale scale) {
        if (scale.isExhausted()) {
            throw SynthesisDivergedException.gradient(column.index(), column.steps());
        }
        reporter.lossScaleChanged(column.index(), column.steps(), scale);
    }
}
