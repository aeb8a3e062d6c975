package org.dwastudio.run.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAccumulator;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.event.Metric;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.StoredImages;

/** Kind of a run folder, named after the stage that created it. Other stages work in the folder of a synthesis. */
enum RunKind {
    SQUEEZE(StageName.SQUEEZE) {
        @Override
        Path checkpoints(RunDirectory directory) {
            return directory.checkpoints();
        }

        @Override
        int done(RunDirectory directory) throws IOException {
            AtomicInteger epochs = new AtomicInteger();
            RunHistoryReader.in(directory).forEachRow(point -> {
                if (point.metric() == Metric.TEST_ACCURACY) {
                    epochs.accumulateAndGet(point.iteration() + 1, Math::max);
                }
            });
            return epochs.get();
        }

        @Override
        int columns(Experiment experiment) {
            return 1;
        }

        @Override
        int iterations(Experiment experiment) {
            return experiment.squeeze().epochs();
        }

        @Override
        long expectedSteps(Experiment experiment, long stepsDone, int iteration) {
            return stepsDone * iterations(experiment) / Math.max(1, iteration + 1);
        }

        @Override
        Accuracies accuracies(RunDirectory directory, Map<Metric, Double> last) throws IOException {
            double newest = last.getOrDefault(Metric.TEST_ACCURACY, Double.NaN);
            DoubleAccumulator best = new DoubleAccumulator(Math::max, Double.NEGATIVE_INFINITY);
            best.accumulate(newest);
            RunHistoryReader.in(directory).forEachRow(point -> {
                if (point.metric() == Metric.TEST_ACCURACY) {
                    best.accumulate(point.value());
                }
            });
            return new Accuracies(newest, best.get());
        }
    },
    SYNTHESIS(StageName.SYNTHESIS) {
        @Override
        Path checkpoints(RunDirectory directory) {
            return directory.synthesisCheckpoints();
        }

        @Override
        int done(RunDirectory directory) throws IOException {
            return StoredImages.in(directory).classes().stream()
                    .mapToInt(stored -> stored.files().size())
                    .min()
                    .orElse(0);
        }

        @Override
        int columns(Experiment experiment) {
            return experiment.synthesis().imagesPerClass();
        }

        @Override
        int iterations(Experiment experiment) {
            return experiment.synthesis().iterations();
        }

        @Override
        long expectedSteps(Experiment experiment, long stepsDone, int iteration) {
            if (experiment.synthesis().matching().isOn()) {
                // Whole slices of the classes, of which the number is not recorded.
                long slices = stepsDone / Math.max(1, iterations(experiment)) + 1;
                return slices * Math.max(1, iterations(experiment));
            }
            return Math.max(plannedSteps(experiment), stepsDone + 1);
        }

        @Override
        long plannedSteps(Experiment experiment) {
            // A step of a distribution matching moves all columns.
            return experiment.synthesis().matching().isOn() ? iterations(experiment) : super.plannedSteps(experiment);
        }

        @Override
        Accuracies accuracies(RunDirectory directory, Map<Metric, Double> last) throws IOException {
            Optional<StudentAccuracy> students = StudentAccuracy.newestIn(directory.folder());
            return new Accuracies(
                    students.map(StudentAccuracy::last).orElse(Double.NaN),
                    students.map(StudentAccuracy::best).orElse(Double.NaN));
        }
    };

    private final StageName stage;

    RunKind(StageName stage) {
        this.stage = stage;
    }

    /**
     * Accuracies of a run, 0 to 1; NaN if not measured.
     *
     * @param last after the last step
     * @param best highest of all measurements
     */
    record Accuracies(double last, double best) {}

    /** Returns the kind of a folder. */
    static RunKind of(RunDirectory directory) {
        return Files.exists(directory.checkpoints()) || Files.exists(directory.teacher()) ? SQUEEZE : SYNTHESIS;
    }

    /** Returns the stage that creates folders of this kind. */
    StageName stage() {
        return stage;
    }

    /** Returns the folder of the checkpoints, which exists while the run is unfinished. */
    abstract Path checkpoints(RunDirectory directory);

    /** Returns the number of measured epochs, or of columns whose images are on disk. */
    abstract int done(RunDirectory directory) throws IOException;

    /** Returns the number of columns of a whole run. */
    abstract int columns(Experiment experiment);

    /** Returns the number of iterations per column. */
    abstract int iterations(Experiment experiment);

    /**
     * Returns the expected total number of steps of an unfinished run.
     *
     * @param stepsDone steps of the whole run until the last measurement
     * @param iteration iteration of the last measurement
     */
    abstract long expectedSteps(Experiment experiment, long stepsDone, int iteration);

    /**
     * Returns the accuracies of the trained teacher, or of the students on the images.
     *
     * @param last last values in {@code metrics.csv}
     */
    abstract Accuracies accuracies(RunDirectory directory, Map<Metric, Double> last) throws IOException;

    /** Returns the total number of steps of a run without measurements. */
    long plannedSteps(Experiment experiment) {
        return (long) columns(experiment) * iterations(experiment);
    }
}
