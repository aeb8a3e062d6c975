package org.dwastudio.stage.synthesis.regression;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.image.Normalization;
import org.dwastudio.nn.Network;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.random.Shuffle;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;

/** Real images used by a batch's feature regression, and the teacher's logits on them. */
public final class RegressionTargets {
    /** Number of real images per step, and per forward pass of the teacher. */
    public static final int AT_ONCE = 128;

    private final ImageDataset dataset;
    private final Normalization normalization;
    private final DataType type;
    private final int[] images;
    private final NDArray answers;

    /** Subset of the images with the teacher's logits. */
    record Some(NDArray images, NDArray answers) {}

    private RegressionTargets(
            ImageDataset dataset, Normalization normalization, DataType type, int[] images, NDArray answers) {
        this.dataset = dataset;
        this.normalization = normalization;
        this.type = type;
        this.images = images;
        this.answers = answers;
    }

    /**
     * Draws the configured number of training images of each class of the batch, or all if a class has fewer, and
     * computes the teacher's logits once.
     *
     * @param manager owns the logits
     */
    public static RegressionTargets of(
            ClassBatch batch,
            SynthesisInputs inputs,
            Network teacher,
            SynthesisConfig config,
            SeedSequence seeds,
            NDManager manager) {
        ImageDataset dataset = inputs.dataset();
        int[] images = LongStream.of(batch.labels())
                .mapToInt(Math::toIntExact)
                .flatMap(label -> IntStream.of(Shuffle.of(
                                dataset.indicesOf(Split.TRAIN, label),
                                seeds.generator(RandomPurpose.REGRESSION_IMAGES, batch.column(), label)))
                        .limit(config.regression().images()))
                .toArray();
        NDArray answers = manager.create(new Shape(images.length, inputs.classes()), teacher.dataType());
        RegressionTargets targets =
                new RegressionTargets(dataset, inputs.normalization(), teacher.dataType(), images, answers);
        for (int from = 0; from < images.length; from += AT_ONCE) {
            int to = Math.min(images.length, from + AT_ONCE);
            try (NDManager scope = manager.newSubManager()) {
                NDArray seen = targets.tensor(Arrays.copyOfRange(images, from, to), scope);
                answers.set(new NDIndex("{}:{}", from, to), teacher.logits(seen));
            }
        }
        return targets;
    }

    /** Returns the number of images. */
    public int count() {
        return images.length;
    }

    /** Draws the images of one step, without replacement. */
    Some draw(RandomGenerator random, NDManager scope) {
        int[] places = Arrays.copyOf(
                Shuffle.of(IntStream.range(0, images.length).toArray(), random), Math.min(AT_ONCE, images.length));
        int[] chosen = IntStream.of(places).map(place -> images[place]).toArray();
        NDArray asked = answers.get(scope.create(places));
        asked.attach(scope);
        return new Some(tensor(chosen, scope), asked);
    }

    private NDArray tensor(int[] chosen, NDManager scope) {
        return normalization.toTensor(scope, dataset.images(Split.TRAIN, chosen), type);
    }
}
