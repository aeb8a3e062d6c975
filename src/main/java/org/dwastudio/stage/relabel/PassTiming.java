package org.dwastudio.stage.relabel;

import ai.djl.ndarray.NDManager;
import java.util.List;
import org.dwastudio.data.preprocess.OrderedPrefetch;
import org.dwastudio.data.preprocess.PrefetchPolicy;
import org.dwastudio.stage.WarmStopwatch;
import org.dwastudio.train.batch.StudentBatch;

/** Measurement of a teacher's forward pass on one batch. */
public record PassTiming(SoftLabeler labeler) {

    /** Returns the seconds of a pass over a batch. */
    public double secondsPerStep(NDManager manager) {
        try (OrderedPrefetch<?, StudentBatch> batches =
                labeler.batches().epochs(List.of(0), PrefetchPolicy.ofThisMachine())) {
            StudentBatch batch = batches.next();
            return new WarmStopwatch().seconds(() -> pass(batch, manager));
        }
    }

    private void pass(StudentBatch batch, NDManager manager) {
        try (NDManager scope = manager.newSubManager()) {
            // Reading a number waits for the device.
            labeler.teacher()
                    .logits(batch.images(scope, labeler.normalization()))
                    .sum()
                    .getFloat();
        }
    }
}
