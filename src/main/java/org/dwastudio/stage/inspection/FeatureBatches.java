package org.dwastudio.stage.inspection;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.dwastudio.data.preprocess.OrderedPrefetch;
import org.dwastudio.data.preprocess.PrefetchPolicy;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.weights.numpy.FloatMatrixFile;

/**
 * Features of many images, computed batch by batch while the next batches are decoded.
 *
 * @param model facts about the features
 * @param computation features of one batch
 */
public record FeatureBatches(FeatureModel model, Computation computation) {

    /** Computes with the teacher at hand, on the engine thread. */
    public static FeatureBatches of(Teacher teacher, NDManager manager) {
        TeacherFeatures features = new TeacherFeatures(teacher, manager);
        return new FeatureBatches(FeatureModel.of(teacher, features), features::of);
    }

    /** Images by their indices. */
    @FunctionalInterface
    public interface Images {
        /** Returns the images with the given indices. */
        ImageBatch of(int... indices);
    }

    /** Computation of the features of one batch. */
    @FunctionalInterface
    public interface Computation {
        /** Returns the features of some images, [N, F]. */
        float[] of(ImageBatch images) throws IOException;
    }

    /**
     * Returns the features of some images.
     *
     * @param token checked before every batch
     * @throws java.util.concurrent.CancellationException if the token is canceled
     */
    public FeatureMatrix of(int count, Images images, CancellationToken token) throws IOException {
        float[] features = new float[Math.multiplyExact(count, model.columns())];
        int[] filled = {0};
        addTo(
                values -> {
                    System.arraycopy(values, 0, features, filled[0], values.length);
                    filled[0] += values.length;
                },
                count,
                images,
                ProgressListener.NONE,
                token);
        return new FeatureMatrix(count, model.columns(), features);
    }

    /**
     * Adds the features of many images to a target.
     *
     * @param count number of images
     * @param images returns the images with the given indices; called on other threads
     * @param progress number of images so far
     * @param token checked before every batch
     * @throws java.util.concurrent.CancellationException if the token is canceled
     */
    public void addTo(
            FloatMatrixFile.Target target, int count, Images images, ProgressListener progress, CancellationToken token)
            throws IOException {
        int size = model.batchSize();
        int batches = (count + size - 1) / size;
        IntFunction<ImageBatch> batch =
                index -> images.of(IntStream.range(index * size, Math.min((index + 1) * size, count))
                        .toArray());
        int done = 0;
        try (OrderedPrefetch<Integer, ImageBatch> left =
                PrefetchPolicy.ofThisMachine().over(IntStream.range(0, batches).boxed(), batch::apply)) {
            while (left.hasNext()) {
                token.throwIfCancelled(TeacherFeatures.CANCELLED);
                ImageBatch next = left.next();
                target.add(computation.of(next));
                done += next.count();
                progress.progressed(done, count);
            }
        }
    }
}
