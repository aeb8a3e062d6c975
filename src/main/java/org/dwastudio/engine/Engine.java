package org.dwastudio.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dwastudio.compute.DeviceInUse;
import org.dwastudio.compute.PrecisionAdvice;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.EvaluationConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.NetworkConfig;
import org.dwastudio.config.SynthesisConfig.Precision;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.data.PublishedDataset;
import org.dwastudio.data.check.DatasetReport;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.event.RunListener;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.stage.CancellationToken;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.stage.export.format.ExportRequest;

/**
 * The engine as the window and the command line see it. Every method returns at once; futures complete on a thread
 * of the engine's. Failures carry a message that a user can act on.
 */
public interface Engine extends AutoCloseable {

    /** Loads the native library, so that later calls are quick, and tells what it computes on. */
    CompletableFuture<DeviceInUse> warmUp();

    /** Those precisions that gain nothing on what is computed on, and why. A run with one of them goes on nevertheless. */
    CompletableFuture<Map<Precision, PrecisionAdvice>> precisionAdvice();

    CompletableFuture<DatasetSummary> dataset(DatasetConfig config);

    CompletableFuture<TeacherSummary> teacher(TeacherConfig config);

    /**
     * Starts the synthesis of an experiment.
     *
     * @param experiment validated; its {@link Experiment#tuning()} is replayed
     * @param folder the run folder; must not exist or be empty
     * @param listener told on the engine thread
     */
    Run startSynthesis(Experiment experiment, Path folder, RunListener listener);

    /**
     * Starts the training of a teacher on an experiment's dataset.
     *
     * @param experiment validated; its {@link Experiment#squeeze()} and seed decide
     * @param folder the run folder; must not exist or be empty
     * @param listener told on the engine thread
     */
    SqueezeRun startSqueeze(Experiment experiment, Path folder, RunListener listener);

    /**
     * Goes on with a squeeze that was ended in the middle, from its last checkpoint, to the same weights that it would
     * have had uninterrupted.
     *
     * @param folder its run folder
     * @param listener told on the engine thread
     */
    SqueezeRun resumeSqueeze(Path folder, RunListener listener);

    /**
     * Trains students on the pictures of a run, and on what they are compared with. What was done by the same recipe
     * before is not done again.
     *
     * @param runFolder of a synthesis
     * @param config validated
     * @param listener told on the engine thread
     */
    EvaluationRun startEvaluation(Path runFolder, EvaluationConfig config, RunListener listener);

    /**
     * The same of a run or of an export of its pictures, with real images, teacher and seed as given.
     *
     * @param folder of a run, or an export of pictures, whose results are then put beside it
     * @param experiment validated; that of the folder, where nothing else is wanted
     * @param listener told on the engine thread
     */
    EvaluationRun startEvaluation(Path folder, Experiment experiment, RunListener listener);

    /**
     * Asks the teacher for its answers to all views of the pictures of a run, and keeps them: soft labels for students
     * whose {@link EvaluationConfig#softLabels()} are stored. Epochs that are there are not made again.
     *
     * @param runFolder of a synthesis
     * @param config validated; dataset, teacher and seed are the run's
     * @param listener told on the engine thread; a column is an epoch
     */
    RelabelRun startRelabel(Path runFolder, EvaluationConfig config, RunListener listener);

    /**
     * The same with dataset, teacher and seed as given.
     *
     * @param runFolder of a synthesis
     * @param experiment validated; dataset, teacher, seed and recipe decide, so take that of the run with another recipe
     * @param listener told on the engine thread; a column is an epoch
     */
    RelabelRun startRelabel(Path runFolder, Experiment experiment, RunListener listener);

    /** What a relabelling would take for the epochs that are missing; measures a pass, so it may take seconds. */
    CompletableFuture<StageEstimate> estimateRelabel(Path runFolder, EvaluationConfig config);

    /** The same with dataset, teacher and seed as given. */
    CompletableFuture<StageEstimate> estimateRelabel(Path runFolder, Experiment experiment);

    /** What of the soft labels of a recipe is in a run folder. */
    CompletableFuture<SoftLabelStock> softLabels(Path runFolder, EvaluationConfig config);

    /** The same with dataset, teacher and seed as given. */
    CompletableFuture<SoftLabelStock> softLabels(Path runFolder, Experiment experiment);

    /**
     * What students did by a recipe until now, or else by the recipe of the run's last evaluation; empty when none is
     * done. Answered beside the engine thread, also while an evaluation is under way.
     *
     * @param runFolder of a synthesis
     */
    CompletableFuture<Optional<EvaluationOutcome>> keptEvaluation(Path runFolder, EvaluationConfig config);

    /**
     * Goes on with a synthesis that was ended in the middle, from its last checkpoint, to the same images, byte for byte,
     * that it would have made uninterrupted.
     *
     * @param folder its run folder
     * @param listener told on the engine thread; once the stage has started also of what was measured and finished
     *     before
     */
    Run resumeSynthesis(Path folder, RunListener listener);

    /** What the squeeze of an experiment would take; measures a short step, so it may take seconds. */
    CompletableFuture<StageEstimate> estimateSqueeze(Experiment experiment);

    /** What the synthesis of an experiment would take; measures a short step, so it may take seconds. */
    CompletableFuture<StageEstimate> estimateSynthesis(Experiment experiment);

    /** Looks at every image of a dataset, beside the engine thread; the future is cancelled through the token. */
    CompletableFuture<DatasetReport> checkDataset(
            DatasetConfig config, ProgressListener progress, CancellationToken token);

    /**
     * Fetches a published dataset from its publisher, beside the engine thread; done at once when it is there already.
     * What was fetched before a cancellation or a failure stays and is gone on from. A download that was stopped
     * completes with a {@link java.util.concurrent.CancellationException}.
     *
     * @param parent the dataset gets a folder of its own in it
     * @param progress bytes that are fetched and then unpacked, of both together
     * @return the dataset's folder, for {@link DatasetConfig#source()}
     */
    CompletableFuture<Path> downloadDataset(
            PublishedDataset dataset, Path parent, ProgressListener progress, CancellationToken token);

    /** Which networks the tensors of a weights file fit, the likeliest first; empty when none does. Reads no dataset. */
    CompletableFuture<List<NetworkConfig>> fittingNetworks(Path weights, DatasetConfig dataset);

    /**
     * Makes a teacher of a weights file: measures it on the test split and writes it with what is known about it.
     *
     * @param progress test images that were looked at
     */
    CompletableFuture<ImportedTeacher> importTeacher(
            TeacherImport request, ProgressListener progress, CancellationToken token);

    /**
     * What the unadjusted teacher says about one picture: all classes, most probable first. Answered between two steps
     * when a run is under way.
     *
     * @param picture exactly one picture
     */
    CompletableFuture<List<ClassProbability>> teacherSays(TeacherConfig config, ImageBatch picture);

    /**
     * Exports the pictures of a run, with a manifest, beside a run that is under way.
     *
     * @return the number of pictures written
     */
    CompletableFuture<Integer> export(ExportRequest request);

    /** Cancels what is under way and ends the engine thread. */
    @Override
    void close();
}
