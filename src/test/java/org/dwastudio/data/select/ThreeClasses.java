package org.dwastudio.data.select;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dwastudio.data.DatasetSource;
import org.dwastudio.data.ImageSource;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.text.Message;

/** A dataset in memory whose images are single pixels of different brightness. */
final class ThreeClasses {
    private ThreeClasses() {}

    /** Returns a dataset with numbers of training images per class, one class after the other, and two test images. */
    static DatasetSource of(int... counts) {
        int[] labels = IntStream.range(0, counts.length)
                .flatMap(label -> IntStream.generate(() -> label).limit(counts[label]))
                .toArray();
        return new DatasetSource(
                "animals",
                Message.literal(""),
                List.of("ant", "bee", "cow").subList(0, counts.length),
                images(0, labels),
                images(100, 0, 1),
                false);
    }

    private static LabeledImages images(int from, int... labels) {
        byte[] pixels = new byte[labels.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (from + i);
        }
        return new LabeledImages(new ImageBatch(labels.length, 1, 1, 1, pixels), labels);
    }

    /** Returns the brightness of all images of a split. */
    static List<Integer> pixels(ImageSource images) throws IOException {
        List<Integer> values = new ArrayList<>();
        for (int i = 0; i < images.count(); i++) {
            values.add(images.read(i).at(0, 0, 0, 0));
        }
        return values;
    }

    /** Returns the numbers of training images by class. */
    static List<Integer> counts(DatasetSource source) {
        return IntStream.range(0, source.classes().count())
                .mapToObj(label -> source.train().indicesOf(label).length)
                .toList();
    }
}
