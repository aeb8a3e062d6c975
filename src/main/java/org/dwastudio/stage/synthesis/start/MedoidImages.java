package org.dwastudio.stage.synthesis.start;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.dwastudio.data.Split;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;

/**
 * Real images that each stand for a cluster of their class: column c takes the medoid of the c-th largest cluster by the
 * unadjusted teacher's penultimate features, scaled to length 1. Columns beyond the clusters take the next nearest to the
 * centers. All training images of a class are read once, when its first image is requested.
 */
public final class MedoidImages implements ImageInitializer {
    private static final int IMAGES_AT_ONCE = 250;
    private static final int FEATURE_AXIS = 1;

    private final SynthesisInputs inputs;
    private final int clusters;
    private final SeedSequence seeds;
    private final Map<Integer, int[]> ordered = new ConcurrentHashMap<>();

    /**
     * Checks that there is an image of every class.
     *
     * @param clusters of each class
     * @throws IllegalArgumentException when a class has no training image
     */
    public MedoidImages(SynthesisInputs inputs, int clusters, SeedSequence seeds) {
        RealImages.requireEveryClass(inputs.dataset());
        this.inputs = inputs;
        this.clusters = clusters;
        this.seeds = seeds;
    }

    @Override
    public NDArray images(ClassBatch batch, NDManager manager, DataType type) {
        int[] chosen = LongStream.of(batch.labels())
                .mapToInt(label -> chosen((int) label, batch.column(), manager))
                .toArray();
        return inputs.normalization().toTensor(manager, inputs.dataset().images(Split.TRAIN, chosen), type);
    }

    private int chosen(int label, int column, NDManager manager) {
        int[] order = ordered.computeIfAbsent(label, unseen -> ordered(unseen, manager));
        return order[column % order.length];
    }

    private int[] ordered(int label, NDManager manager) {
        int[] images = inputs.dataset().indicesOf(Split.TRAIN, label);
        List<float[]> features = new ArrayList<>();
        for (int from = 0; from < images.length; from += IMAGES_AT_ONCE) {
            int[] some = Arrays.copyOfRange(images, from, Math.min(images.length, from + IMAGES_AT_ONCE));
            try (NDManager scope = manager.newSubManager()) {
                features.addAll(features(some, scope));
            }
        }
        long seed = seeds.generator(RandomPurpose.CLUSTERS, label).nextLong();
        int[] order = FeatureClusters.order(features, clusters, seed);
        return Arrays.stream(order).map(place -> images[place]).toArray();
    }

    private List<float[]> features(int[] images, NDManager scope) {
        NDArray seen = inputs.normalization()
                .toTensor(
                        scope,
                        inputs.dataset().images(Split.TRAIN, images),
                        inputs.teacher().dataType());
        NDArray features = inputs.teacher().features(seen);
        NDArray unit = features.normalize(2, FEATURE_AXIS).toType(DataType.FLOAT32, false);
        float[] values = unit.toFloatArray();
        int length = values.length / images.length;
        List<float[]> rows = new ArrayList<>();
        for (int row = 0; row < images.length; row++) {
            rows.add(Arrays.copyOfRange(values, row * length, (row + 1) * length));
        }
        return rows;
    }
}
