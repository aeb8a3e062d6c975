package org.dwastudio.stage.inspection;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.dwastudio.data.preprocess.OrderedPrefetch;
import org.dwastudio.data.preprocess.PrefetchPolicy;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.Normalization;
import org.dwastudio.nn.Network;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.train.TestSetEvaluator;
import org.dwastudio.weights.numpy.FloatMatrixFile;

/** Penultimate features of images under an unadjusted teacher, computed in batches on the engine thread. */
public final class TeacherFeatures {
    static final String CANCELLED = "The inspection was stopped.";

    private final Network network;
    private final Normalization normalization;
    private final NDManager manager;

    /**
     * Creates the computation.
     *
     * @param teacher in float32 or float64
     * @param manager parent of one manager per batch
     */
    public TeacherFeatures(Teacher teacher, NDManager manager) {
        network = teacher.network();
        normalization = teacher.metadata().normalization();
        this.manager = manager;
    }

    /** Returns the number of features of an image. */
    public int columns() {
        int size = network.config().imageSize();
        int channels = network.config().channels();
        return of(new ImageBatch(1, size, size, channels, new byte[size * size * channels])).length;
    }

    /** Returns the features of one batch, [N, F]. */
    public float[] of(ImageBatch images) {
        try (NDManager scope = manager.newSubManager()) {
            return network.features(normalization.toTensor(scope, images, network.dataType()))
                    .toType(DataType.FLOAT32, false)
                    .toFloatArray();
        }
    }

    /**
     * Adds the features of many images to a target, batch by batch.
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
        int size = TestSetEvaluator.batchSize(network.config().imageSize());
        int batches = (count + size - 1) / size;
        IntFunction<ImageBatch> batch =
                index -> images.of(IntStream.range(index * size, Math.min((index + 1) * size, count))
                        .toArray());
        int done = 0;
        try (OrderedPrefetch<Integer, ImageBatch> left =
                PrefetchPolicy.ofThisMachine().over(IntStream.range(0, batches).boxed(), batch::apply)) {
            while (left.hasNext()) {
                token.throwIfCancelled(CANCELLED);
                ImageBatch next = left.next();
                target.add(of(next));
                done += next.count();
                progress.progressed(done, count);
            }
        }
    }

    /** Images by their indices. */
    @FunctionalInterface
    public interface Images {
        /** Returns the images with the given indices. */
        ImageBatch of(int... indices);
    }
}
