package org.dwastudio.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.task.CancellationToken;

/** Teachers: summary, prediction and import, answered between two steps of a running stage. */
public interface TeacherService {
    /** Largest number of images of a question. */
    int MOST_IMAGES = 50;

    /** Loads a teacher and summarizes it. */
    CompletableFuture<TeacherSummary> summary(TeacherConfig config);

    /**
     * Returns the unadjusted teacher's prediction for one image: all classes, most probable first.
     *
     * @param image exactly one image
     */
    CompletableFuture<List<ClassProbability>> predict(TeacherConfig config, ImageBatch image);

    /**
     * Returns the unadjusted teacher's predictions for some images, each as {@link #predict} does.
     *
     * @param images at most {@value #MOST_IMAGES}, so that a running stage is not held up
     */
    CompletableFuture<List<List<ClassProbability>>> predictions(TeacherConfig config, ImageBatch images);

    /**
     * Returns the networks that the tensors of a weights file fit, the likeliest first; empty when none does. Does not
     * read the dataset.
     */
    CompletableFuture<List<NetworkConfig>> fittingNetworks(Path weights, DatasetConfig dataset);

    /**
     * Makes a teacher of a weights file: measures it on the test split and writes it with its metadata.
     *
     * @param progress test images that were classified
     */
    CompletableFuture<ImportedTeacher> importWeights(
            TeacherImport request, ProgressListener progress, CancellationToken token);
}
