package org.dwastudio.engine;

import java.util.concurrent.CompletableFuture;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.stage.inspection.RealSet;
import org.dwastudio.task.CancellationToken;

/** Penultimate features of images under an unadjusted teacher, computed between two steps of a running stage. */
public interface FeatureService {

    /**
     * Opens the training images of a dataset with their features, which are cached once a dataset and teacher. Features
     * that are not cached are computed batch by batch alongside a running stage, which becomes slower meanwhile. The
     * caller closes the set. A canceled computation completes with a
     * {@link java.util.concurrent.CancellationException}.
     *
     * @param progress training images whose features are known
     */
    CompletableFuture<RealSet> realSet(
            DatasetConfig dataset, TeacherConfig teacher, ProgressListener progress, CancellationToken token);

    /**
     * Computes the features of some images.
     *
     * @param dataset the dataset that weights without metadata are assumed to be trained on
     * @param images in the shape of the dataset
     * @return one row per image
     */
    CompletableFuture<FeatureMatrix> features(DatasetConfig dataset, TeacherConfig teacher, ImageBatch images);
}
