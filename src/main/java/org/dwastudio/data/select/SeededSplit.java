package org.dwastudio.data.select;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.dwastudio.data.ImageSource;

/**
 * Random test split of a dataset that has none: the same share of each class, at least one image if there are two, and
 * never all. The rank of an image is a hash of the seed, its class and its name: equal on every machine, and mostly
 * unchanged when images are added.
 *
 * @param testShare share of each class, 0 to 1
 * @param seed seed of the selection
 */
public record SeededSplit(double testShare, long seed) {

    /** Returns the images to train on. */
    public ImageSource train(ImageSource all, List<String> classNames) {
        return chosen(all, classNames, false);
    }

    /** Returns the held-out images. */
    public ImageSource test(ImageSource all, List<String> classNames) {
        return chosen(all, classNames, true);
    }

    private ImageSource chosen(ImageSource all, List<String> classNames, boolean heldBack) {
        int[] images = IntStream.range(0, classNames.size())
                .flatMap(label -> {
                    int[] drawn = drawn(all, label, classNames.get(label));
                    int held = heldBack(drawn.length);
                    return heldBack ? Arrays.stream(drawn, 0, held) : Arrays.stream(drawn, held, drawn.length);
                })
                .sorted()
                .toArray();
        return all.select(images, Arrays.stream(images).map(all::label).toArray());
    }

    private int heldBack(int count) {
        int most = Math.max(0, count - 1);
        return Math.max(Math.min(1, most), Math.min(most, (int) Math.round(count * testShare)));
    }

    private int[] drawn(ImageSource all, int label, String className) {
        MessageDigest sha256 = DigestUtils.getSha256Digest();
        return Arrays.stream(all.indicesOf(label))
                .mapToObj(index -> new Drawn(index, place(sha256, className, all.key(index))))
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
