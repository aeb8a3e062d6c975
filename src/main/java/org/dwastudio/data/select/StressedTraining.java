package org.dwastudio.data.select;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.dwastudio.config.Stress;
import org.dwastudio.config.Stress.Corruption;
import org.dwastudio.config.Stress.LabelNoiseKind;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.data.DatasetNote.Kind;
import org.dwastudio.data.DatasetSource;
import org.dwastudio.data.ImageSource;
import org.dwastudio.data.TrainingCorruption;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.random.Shuffle;

/**
 * Degradation of a training split, in this order: class imbalance, label noise, corruption of the pixels. The other splits
 * stay as they are.
 *
 * @param stress kinds and levels
 * @param seed seed of wrong labels and of noise
 */
public record StressedTraining(Stress stress, long seed) {

    /** Returns a dataset with the degraded training split, and notes that state the numbers. */
    public DatasetSource of(DatasetSource source) {
        DatasetSource stressed = stress.imbalance() > 1 ? longTailed(source) : source;
        if (stress.labelNoise() > 0) {
            stressed = mislabeled(stressed);
        }
        return stress.corruption() == Corruption.NONE
                ? stressed
                : stressed.corrupted(new TrainingCorruption(stress.corruption(), stress.corruptionLevel(), seed));
    }

    /**
     * Reduces the classes by an exponential profile in label order (Cui et al., CVPR 2019): class c of C keeps n · ratio
     * ^ (−c / (C − 1)) of its n images, rounded, at least one, evenly spread.
     */
    private DatasetSource longTailed(DatasetSource source) {
        ImageSource train = source.train();
        int classes = source.classes().count();
        int[][] kept = new int[classes][];
        for (int label = 0; label < classes; label++) {
            int[] images = train.indicesOf(label);
            double share = Math.pow(stress.imbalance(), -(double) label / Math.max(1, classes - 1));
            kept[label] = spread(images, Math.min(images.length, Math.max(1, (int) Math.round(images.length * share))));
        }
        int[] all = Arrays.stream(kept).flatMapToInt(Arrays::stream).sorted().toArray();
        int largest = extreme(kept, 1);
        int smallest = extreme(kept, -1);
        return source.withImages(
                        train.select(all, Arrays.stream(all).map(train::label).toArray()),
                        source.test(),
                        source.validation())
                .withNote(DatasetNote.of(
                        Kind.LONG_TAILED,
                        BigDecimal.valueOf(stress.imbalance()).stripTrailingZeros().toPlainString(),
                        source.classNames().get(largest),
                        kept[largest].length,
                        source.classNames().get(smallest),
                        kept[smallest].length,
                        all.length,
                        train.count()));
    }

    private static int[] spread(int[] images, int taken) {
        return IntStream.range(0, taken)
                .map(i -> images[(int) ((long) i * images.length / taken)])
                .toArray();
    }

    /** Returns the first class with the most images, or with a sign of −1 the first with the fewest. */
    private static int extreme(int[][] kept, int sign) {
        int found = 0;
        for (int label = 1; label < kept.length; label++) {
            found = sign * kept[label].length > sign * kept[found].length ? label : found;
        }
        return found;
    }

    /**
     * Replaces the labels of a share of each class's images, rounded. At least one image of a class keeps its label.
     */
    private DatasetSource mislabeled(DatasetSource source) {
        ImageSource train = source.train();
        int classes = source.classes().count();
        int[] labels = IntStream.range(0, train.count()).map(train::label).toArray();
        int changed = 0;
        for (int label = 0; label < classes; label++) {
            RandomGenerator random = new SeedSequence(seed).generator(RandomPurpose.LABEL_NOISE, label);
            int[] images = Shuffle.of(train.indicesOf(label), random);
            int wrong = Math.min((int) Math.round(images.length * stress.labelNoise()), Math.max(0, images.length - 1));
            for (int i = 0; i < wrong; i++) {
                labels[images[i]] = (label + step(classes, random)) % classes;
            }
            changed += wrong;
        }
        int[] all = IntStream.range(0, train.count()).toArray();
        Kind kind = stress.labelNoiseKind() == LabelNoiseKind.SYMMETRIC ? Kind.LABELS_SYMMETRIC : Kind.LABELS_NEIGHBOR;
        return source.withImages(train.select(all, labels), source.test(), source.validation())
                .withNote(DatasetNote.of(kind, changed, train.count()));
    }

    /** Returns the number of classes from the right label to the wrong one, cyclically. */
    private int step(int classes, RandomGenerator random) {
        return stress.labelNoiseKind() == LabelNoiseKind.NEIGHBOR ? 1 : 1 + random.nextInt(classes - 1);
    }
}
