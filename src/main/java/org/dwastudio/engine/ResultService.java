package org.dwastudio.engine;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dwastudio.stage.export.format.ExportRequest;
import org.dwastudio.stage.request.EvaluationOutcome;
import org.dwastudio.stage.request.EvaluationRequest;
import org.dwastudio.stage.request.RelabelRequest;
import org.dwastudio.stage.request.SoftLabelStock;

/** Results stored in run folders: soft labels, evaluations and exports. */
public interface ResultService {

    /** Returns the stored soft labels of a run for a recipe. */
    CompletableFuture<SoftLabelStock> softLabels(RelabelRequest request);

    /**
     * Returns the stored results of a recipe, or else those of the last evaluation's recipe; empty when there are none.
     * Does not wait for a running evaluation.
     */
    CompletableFuture<Optional<EvaluationOutcome>> evaluation(EvaluationRequest request);

    /**
     * Exports the images of a run with a manifest, alongside a running stage.
     *
     * @return the number of images written
     */
    CompletableFuture<Integer> export(ExportRequest request);
}
