package org.dwastudio.stage.inspection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.random.Shuffle;

/**
 * Disjoint random samples of the real images of a class.
 *
 * @param sets sets that are compared with the distilled images: one to three, each with as many images as these; the
 *     second and third only where they leave half of the class
 * @param references further images that density and coverage refer to, at most {@link #MOST_REFERENCES}
 */
@SuppressWarnings("ArrayRecordComponent") // Made for one inspection, never compared.
record ClassSamples(List<int[]> sets, int[] references) {
    /** Bounds the time that a large class takes, which grows with the square. */
    static final int MOST_REFERENCES = 2000;

    private static final int MOST_SETS = 3;

    /**
     * Draws the samples.
     *
     * @param images indices of all real images of the class, at least one
     * @param distilled number of distilled images, at least one
     */
    static ClassSamples of(int[] images, int distilled, int label, SeedSequence seeds) {
        int[] order = Shuffle.of(images, seeds.generator(RandomPurpose.REAL_REFERENCE, label));
        int size = Math.min(distilled, order.length);
        int count = Math.max(1, Math.min(MOST_SETS, order.length / 2 / size));
        List<int[]> sets = new ArrayList<>();
        for (int set = 0; set < count; set++) {
            sets.add(Arrays.copyOfRange(order, set * size, (set + 1) * size));
        }
        int end = Math.min(order.length, count * size + MOST_REFERENCES);
        return new ClassSamples(sets, Arrays.copyOfRange(order, count * size, end));
    }
}
