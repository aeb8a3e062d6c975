package org.dwastudio.engine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.stage.export.format.AnimationOptions;
import org.dwastudio.stage.export.format.AnimationSize;
import org.dwastudio.stage.export.format.ExportRequest;
import org.dwastudio.stage.inspection.InspectionReport;
import org.dwastudio.stage.inspection.InspectionRequest;
import org.dwastudio.stage.request.EvaluationOutcome;
import org.dwastudio.stage.request.EvaluationRequest;
import org.dwastudio.stage.request.RelabelRequest;
import org.dwastudio.stage.request.SoftLabelStock;
import org.dwastudio.task.CancellationToken;

/** Results stored in run folders: soft labels, evaluations, exports and inspections. */
public interface ResultService {

    /** Returns the stored soft labels of a run for a recipe. */
    CompletableFuture<SoftLabelStock> softLabels(RelabelRequest request);

    /**
     * Returns the stored results of a recipe, or else those of the last evaluation's recipe; empty when there are none.
     * Does not wait for a running evaluation.
     */
    CompletableFuture<Optional<EvaluationOutcome>> evaluation(EvaluationRequest request);

    /** Returns the size of an animation of a run, which may be in progress, before it is exported. */
    CompletableFuture<AnimationSize> animationSize(Path runFolder, AnimationOptions options);

    /**
     * Exports the images of a run with a manifest, alongside a running stage.
     *
     * @return the number of images written
     */
    CompletableFuture<Integer> export(ExportRequest request);

    /**
     * Measures the images of a run next to random real images. The features of the training images are computed on the
     * engine thread unless they are cached, and compared alongside a running stage. The result is also written to the
     * run folder, from which the report reads it. A canceled inspection completes with a
     * {@link java.util.concurrent.CancellationException}.
     *
     * @param progress training images whose features are known, then those that were compared, of both together
     */
    CompletableFuture<InspectionReport> inspect(
            InspectionRequest request, ProgressListener progress, CancellationToken token);
}
