package org.dwastudio.data.check;

import java.util.List;
import java.util.Optional;
import org.dwastudio.data.check.DatasetReport.SizeCount;

/**
 * Cost of converting images to squares. The same share of an image is cut off by a crop as is added in black by padding.
 *
 * @param images number of images that lose more than a tenth
 * @param mean mean share of these images that a crop cuts off, 0 to 1
 * @param most largest such share, 0 to 1
 * @param stretch largest ratio of the sides, which stretching levels out
 */
public record ShapeLoss(int images, double mean, double most, double stretch) {
    private static final double NOTABLE = 0.1;

    static Optional<ShapeLoss> of(List<SizeCount> sizes) {
        int images = 0;
        double sum = 0;
        double most = 0;
        for (SizeCount size : sizes) {
            double share = share(size);
            if (share > NOTABLE) {
                images += size.images();
                sum += share * size.images();
                most = Math.max(most, share);
            }
        }
        return images == 0 ? Optional.empty() : Optional.of(new ShapeLoss(images, sum / images, most, 1 / (1 - most)));
    }

    private static double share(SizeCount size) {
        return 1 - (double) Math.min(size.width(), size.height()) / Math.max(size.width(), size.height());
    }
}
