package org.dwastudio.data.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dwastudio.data.DatasetSource;
import org.dwastudio.data.ImageSource;

/**
 * Draws a test split from a dataset that has none: of each class the same share, at least one image where there are two,
 * and never all. An image's place in the draw is a hash of the seed, its class and its name: the same on every machine,
 * and hardly another when images are added.
 *
 * @param testShare of each class, 0 to 1
 * @param seed decides which images
 */
record SeededSplit(double testShare, long seed) {

    /** What is left to train on. */
    ImageSource train(IndexedFiles all, List<String> classNames) {
        return chosen(all, classNames, false);
    }

    /** What is held back. */
    ImageSource test(IndexedFiles all, List<String> classNames) {
        return chosen(all, classNames, true);
    }

    private ImageSource chosen(IndexedFiles all, List<String> classNames, boolean heldBack) {
        int[] images = IntStream.range(0, classNames.size())
                .flatMap(label -> {
                    int[] drawn = drawn(all, label, classNames.get(label));
                    int held = heldBack(drawn.length);
                    return heldBack ? Arrays.stream(drawn, 0, held) : Arrays.stream(drawn, held, drawn.length);
                })
                .sorted()
                .toArray();
        return new ImageSubset(all, images);
    }

    private int heldBack(int count) {
        return Math.max(Math.min(1, count - 1), Math.min(count - 1, (int) Math.round(count * testShare)));
    }

    private int[] drawn(IndexedFiles all, int label, String className) {
        MessageDigest sha256 = DatasetSource.sha256();
        return Arrays.stream(all.indicesOf(label))
                .mapToObj(index -> new Drawn(index, place(sha256, className, all.name(index))))
                .sorted(Comparator.comparingLong(Drawn::place).thenComparingInt(Drawn::index))
                .mapToInt(Drawn::index)
                .toArray();
    }

    private long place(MessageDigest sha256, String className, String name) {
        sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).flip());
        sha256.update((className + "/" + name).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(sha256.digest()).getLong();
    }

    private record Drawn(int index, long place) {}
}
