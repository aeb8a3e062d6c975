package org.dwastudio.ui.realimage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.ui.synthesis.ColumnImages;
import org.dwastudio.ui.synthesis.ColumnSlice;

/**
 * Images of some slices whose features are computed together.
 *
 * @param slices places of the images
 * @param images images of each slice
 */
record SliceBatch(List<ColumnSlice> slices, List<ColumnImages> images) {
    /** Largest number of images of a batch, unless its only slice has more. */
    static final int MOST_IMAGES = 256;

    SliceBatch {
        slices = List.copyOf(slices);
        images = List.copyOf(images);
    }

    /** Returns a batch of the first slices, as many as one question may have. */
    static SliceBatch firstOf(Map<ColumnSlice, ColumnImages> wanted) {
        List<ColumnSlice> slices = new ArrayList<>();
        List<ColumnImages> images = new ArrayList<>();
        int count = 0;
        for (Map.Entry<ColumnSlice, ColumnImages> entry : wanted.entrySet()) {
            int own = entry.getValue().images().count();
            if (slices.isEmpty() || count + own <= MOST_IMAGES) {
                slices.add(entry.getKey());
                images.add(entry.getValue());
                count += own;
            }
        }
        return new SliceBatch(slices, images);
    }

    boolean isEmpty() {
        return slices.isEmpty();
    }

    /** Returns all images in one batch. */
    ImageBatch together() {
        ImageBatch first = images.get(0).images();
        int size = first.bytes().length / first.count();
        int count = images.stream().mapToInt(own -> own.images().count()).sum();
        byte[] bytes = new byte[count * size];
        int at = 0;
        for (ColumnImages own : images) {
            System.arraycopy(own.images().bytes(), 0, bytes, at, own.images().bytes().length);
            at += own.images().bytes().length;
        }
        return new ImageBatch(count, first.height(), first.width(), first.channels(), bytes);
    }

    /**
     * Returns the features of each slice.
     *
     * @param features of all images in their order
     */
    Map<ColumnSlice, SliceFeatures> split(FeatureMatrix features) {
        Map<ColumnSlice, SliceFeatures> split = new HashMap<>();
        int from = 0;
        for (int i = 0; i < slices.size(); i++) {
            int end = from + images.get(i).images().count();
            split.put(
                    slices.get(i),
                    new SliceFeatures(
                            images.get(i).iteration(),
                            features.select(IntStream.range(from, end).toArray())));
            from = end;
        }
        return split;
    }
}
