package org.dwastudio.stage.synthesis.start;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dwastudio.data.Split;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;

/**
 * Real images whose class the unadjusted teacher predicts with the highest probability: column c takes the c-th surest of
 * the candidates of each class, of equally sure ones that with the smaller index, and begins again where there are fewer
 * candidates than columns. The candidates of a class are read once, when its first image is requested.
 */
public final class SurestImages implements ImageInitializer {
    private static final int IMAGES_AT_ONCE = 250;

    private final SynthesisInputs inputs;
    private final StartCandidates candidates;
    private final CandidateScores scores;
    private final Map<Integer, int[]> ordered = new ConcurrentHashMap<>();

    /**
     * Checks that there is an image of every class.
     *
     * @param candidates number of images of each class among which the teacher chooses; 0 for all
     * @throws IllegalArgumentException when a class has no training image
     */
    public SurestImages(SynthesisInputs inputs, int candidates, SeedSequence seeds) {
        RealImages.requireEveryClass(inputs.dataset());
        this.inputs = inputs;
        this.candidates = new StartCandidates(inputs.dataset(), candidates, seeds);
        this.scores = new CandidateScores(inputs.teacher());
    }

    @Override
    public NDArray images(ClassBatch batch, NDManager manager, DataType type) {
        int[] chosen = LongStream.of(batch.labels())
                .mapToInt(label -> chosen((int) label, batch.column(), manager))
                .toArray();
        return tensor(chosen, manager, type);
    }

    private int chosen(int label, int column, NDManager manager) {
        int[] order = ordered.computeIfAbsent(label, unseen -> ordered(unseen, manager));
        return order[column % order.length];
    }

    /** Returns the indices of the candidates of a class, the surest first. */
    private int[] ordered(int label, NDManager manager) {
        int[] images = candidates.of(label);
        double[] crossEntropies = new double[images.length];
        for (int from = 0; from < images.length; from += IMAGES_AT_ONCE) {
            int[] some = Arrays.copyOfRange(images, from, Math.min(images.length, from + IMAGES_AT_ONCE));
            try (NDManager scope = manager.newSubManager()) {
                NDArray seen = tensor(some, scope, inputs.teacher().dataType());
                System.arraycopy(scores.of(seen, label), 0, crossEntropies, from, some.length);
            }
        }
        return IntStream.range(0, images.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer place) -> crossEntropies[place])
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(place -> images[place])
                .toArray();
    }

    private NDArray tensor(int[] images, NDManager manager, DataType type) {
        return inputs.normalization().toTensor(manager, inputs.dataset().images(Split.TRAIN, images), type);
    }
}
