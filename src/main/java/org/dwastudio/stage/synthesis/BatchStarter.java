package org.dwastudio.stage.synthesis;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.event.ColumnState;
import org.dwastudio.nn.gradient.PixelOperators;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.synthesis.augmentation.AugmentationSampler;
import org.dwastudio.stage.synthesis.diversity.FinishedFeatures;
import org.dwastudio.stage.synthesis.loss.AddedLosses;
import org.dwastudio.stage.synthesis.loss.FeatureRepulsion;
import org.dwastudio.stage.synthesis.regression.FeatureRegression;
import org.dwastudio.stage.synthesis.start.ImageInitializer;
import org.dwastudio.stage.synthesis.start.StartImages;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;
import org.dwastudio.stage.synthesis.step.AdjustedTeacher;
import org.dwastudio.stage.synthesis.step.GradientScaling;
import org.dwastudio.stage.synthesis.step.StepReport;
import org.dwastudio.stage.synthesis.step.SynthesisReporter;
import org.dwastudio.stage.synthesis.step.TeacherAdjuster;

/**
 * Start of a batch: the start images and the directed weight adjustment on their first augmentation. Every batch starts
 * from the same teacher.
 *
 * @param inputs teacher and dataset
 * @param initializer source of the start images
 * @param seeds seeds of the run
 * @param augmentations random augmentations of the run
 * @param adjuster adjusts the teacher for every batch
 * @param finished features of finished columns
 * @param reporter notified of the start images of waiting batches
 * @param operators on the device of the manager
 * @param manager parent of all tensors
 */
record BatchStarter(
        SynthesisInputs inputs,
        ImageInitializer initializer,
        SeedSequence seeds,
        AugmentationSampler augmentations,
        TeacherAdjuster adjuster,
        FinishedFeatures finished,
        SynthesisReporter reporter,
        PixelOperators operators,
        NDManager manager) {
    /** Bytes of the images of waiting columns that are shown before they begin; limits memory. */
    private static final long MOST_WAITING_BYTES = 64_000_000;

    /**
     * Starts a batch.
     *
     * @param config values that the batch begins with
     * @param steps pixel steps made in the column before
     * @param report receives the start images and the adjusted teacher
     */
    BatchSynthesis start(ClassBatch batch, SynthesisConfig config, int steps, StepReport report) {
        try (NDManager scope = manager.newSubManager()) {
            StartImages start = adjuster.start(batch, scope);
            report.showImages(batch, 0, ColumnState.RUNNING, start.pixels());
            AdjustedTeacher teacher = adjuster.adjust(batch, start, config, scope);
            report.adjusted(batch.column(), steps, teacher);
            return new BatchSynthesis(
                    teacher.network(),
                    start,
                    config,
                    GradientScaling.of(config.execution().precision()),
                    new AddedLosses(
                            FeatureRegression.where(batch, inputs, teacher.network(), config, seeds, manager),
                            FeatureRepulsion.where(batch, inputs.teacher(), config, finished, manager)),
                    operators,
                    manager);
        }
    }

    /** Returns whether the images of so many waiting columns are few enough to be shown. */
    boolean showsWaiting(int columns) {
        long size = inputs.dataset().imageSize();
        return size * size * inputs.dataset().channels() * inputs.classes() * columns <= MOST_WAITING_BYTES;
    }

    /** Shows the start images of a batch that has not begun. */
    void showWaiting(ClassBatch batch) {
        try (NDArray start = initializer.images(batch, manager, inputs.teacher().dataType())) {
            reporter.showImages(batch, 0, ColumnState.WAITING, start);
        }
    }
}
