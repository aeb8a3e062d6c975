package org.dwastudio.data;

import java.util.Arrays;
import org.dwastudio.image.Normalization;
import org.dwastudio.image.PixelSums;

/** Estimator of a dataset's {@link Normalization} from its training images. */
public final class NormalizationEstimator {
    private static final int IMAGES_PER_READ = 64;

    private NormalizationEstimator() {}

    /**
     * Returns mean and population standard deviation of the pixels of the training images, exact sums over the images
     * at {@link ImageDataset#statisticsSample()}. A constant channel gets the standard deviation 1.
     */
    public static Normalization estimate(ImageDataset dataset) {
        PixelSums sums = new PixelSums(dataset.channels());
        int[] sample = dataset.statisticsSample();
        for (int from = 0; from < sample.length; from += IMAGES_PER_READ) {
            sums.add(dataset.images(
                    Split.TRAIN, Arrays.copyOfRange(sample, from, Math.min(sample.length, from + IMAGES_PER_READ))));
        }
        return sums.normalization();
    }
}
