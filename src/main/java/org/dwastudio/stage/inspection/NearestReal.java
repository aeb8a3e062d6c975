package org.dwastudio.stage.inspection;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.metric.feature.NearestRows;
import org.dwastudio.metric.feature.Neighbor;
import org.dwastudio.metric.feature.RowDistance;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.weights.numpy.FloatMatrixFile;

/**
 * Real images that are nearest to an image. Identifiers are indices of the training split, whose names
 * {@link ImageDataset#describe} returns.
 *
 * @param byFeatures nearest images by the cosine distance of the teacher's features, the nearest first; at most three
 * @param byPixels nearest image by the root mean square difference of the pixels, 0 to 255; at most one
 */
public record NearestReal(List<Neighbor> byFeatures, List<Neighbor> byPixels) {
    private static final int BY_FEATURES = 3;
    private static final int FEATURE_ROWS = 1024;
    private static final int PIXEL_VALUES = 1 << 22;

    public NearestReal {
        byFeatures = List.copyOf(byFeatures);
        byPixels = List.copyOf(byPixels);
    }

    /**
     * Searches some real images, for example those of a class. Holds a part of them in memory at a time.
     *
     * @param image exactly one image, in the shape of the dataset
     * @param features its features
     * @param candidates indices of the training split that are searched
     * @param real features of the training split
     * @param token checked before every part
     * @throws IOException if the features cannot be read
     * @throws java.util.concurrent.CancellationException if the token is canceled
     */
    public static NearestReal of(
            ImageBatch image,
            float[] features,
            ImageDataset dataset,
            int[] candidates,
            FloatMatrixFile real,
            CancellationToken token)
            throws IOException {
        NearestRows byFeatures =
                NearestRows.of(new FeatureMatrix(1, real.columns(), features), BY_FEATURES, RowDistance.COSINE);
        for (int from = 0; from < candidates.length; from += FEATURE_ROWS) {
            token.throwIfCancelled(TeacherFeatures.CANCELLED);
            int[] part = part(candidates, from, FEATURE_ROWS);
            byFeatures.offer(new FeatureMatrix(part.length, real.columns(), real.read(part)), part);
        }
        int values = image.bytes().length;
        int images = Math.max(1, PIXEL_VALUES / values);
        NearestRows byPixels = NearestRows.of(pixels(image), 1, RowDistance.EUCLIDEAN);
        for (int from = 0; from < candidates.length; from += images) {
            token.throwIfCancelled(TeacherFeatures.CANCELLED);
            int[] part = part(candidates, from, images);
            byPixels.offer(pixels(dataset.images(Split.TRAIN, part)), part);
        }
        List<Neighbor> meanSquares = byPixels.of(0).stream()
                .map(found -> new Neighbor(found.id(), found.distance() / Math.sqrt(values)))
                .toList();
        return new NearestReal(byFeatures.of(0), meanSquares);
    }

    private static int[] part(int[] candidates, int from, int length) {
        return Arrays.copyOfRange(candidates, from, Math.min(from + length, candidates.length));
    }

    private static FeatureMatrix pixels(ImageBatch images) {
        byte[] bytes = images.bytes();
        float[] values = new float[bytes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes[i] & 0xFF;
        }
        return new FeatureMatrix(images.count(), bytes.length / images.count(), values);
    }
}
