package org.dwastudio.stage.inspection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.random.Shuffle;

/**
 * Random training images with their features.
 *
 * @param indices of the training split, by class
 * @param labels class of each image
 * @param features one row per image
 */
@SuppressWarnings("ArrayRecordComponent") // Drawn once, never compared.
public record RealSample(int[] indices, int[] labels, FeatureMatrix features) {

    /** Draws at most {@code most} images: equally many of each class, of small classes all. */
    static int[] indices(ImageDataset dataset, int most, SeedSequence seeds) {
        List<int[]> classes = new ArrayList<>();
        for (int label = 0; label < dataset.classNames().size(); label++) {
            classes.add(Shuffle.of(
                    dataset.indicesOf(Split.TRAIN, label), seeds.generator(RandomPurpose.REAL_REFERENCE, label)));
        }
        int each = largestEach(classes, most);
        return classes.stream()
                .flatMapToInt(images -> Arrays.stream(images, 0, Math.min(each, images.length)))
                .toArray();
    }

    private static int largestEach(List<int[]> classes, int most) {
        int low = 0;
        int high = most;
        while (low < high) {
            int each = (low + high + 1) / 2;
            long total = classes.stream()
                    .mapToLong(images -> Math.min(each, images.length))
                    .sum();
            if (total <= most) {
                low = each;
            } else {
                high = each - 1;
            }
        }
        return low;
    }
}
