package org.dwastudio.stage.synthesis.step;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.Augmentation;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.synthesis.augmentation.AugmentationSampler;
import org.dwastudio.stage.synthesis.start.ImageInitializer;
import org.dwastudio.stage.synthesis.start.StartImages;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;

/**
 * Adjustment of the teacher for the batches of a run. With the orthogonal direction, the displacements of earlier columns
 * are computed from their start images when a batch needs them, with the values of that batch: a column depends neither on
 * the order in which columns begin nor on the part of a run that is computed. That of the last column is not kept. Batches
 * may begin on several threads.
 */
public final class TeacherAdjuster {
    private final SynthesisInputs inputs;
    private final ImageInitializer initializer;
    private final SeedSequence seeds;
    private final AugmentationSampler augmentations;
    private final NDManager parent;
    /** Displacements by the first class of their batches. */
    private final Map<Integer, Displacements> known = new HashMap<>();

    /**
     * Creates an adjuster that knows no displacement.
     *
     * @param inputs teacher and dataset
     * @param initializer source of the start images
     * @param seeds seeds of the run
     * @param augmentations random augmentations of the run
     * @param parent parent of the displacements
     */
    public TeacherAdjuster(
            SynthesisInputs inputs,
            ImageInitializer initializer,
            SeedSequence seeds,
            AugmentationSampler augmentations,
            NDManager parent) {
        this.inputs = inputs;
        this.initializer = initializer;
        this.seeds = seeds;
        this.augmentations = augmentations;
        this.parent = parent;
    }

    /** Values on which the displacement of a batch depends. */
    private record Values(Adjustment adjustment, Augmentation augmentation) {}

    /**
     * Displacements of the first columns of a slice of the classes.
     *
     * @param values values with which they were computed
     * @param manager owns their tensors
     * @param columns vector of length 1 of every column; empty if it is in the span of those before
     */
    private record Displacements(Values values, NDManager manager, List<Optional<WeightVector>> columns) {
        OrthonormalBasis before(int column) {
            return new OrthonormalBasis(
                    columns.stream().limit(column).flatMap(Optional::stream).toList());
        }

        void add(WeightVector displacement) {
            columns.add(before(columns.size()).extension(displacement, manager));
        }
    }

    /** Returns the start images of a batch; they belong to the given manager. */
    public StartImages start(ClassBatch batch, NDManager manager) {
        return StartImages.of(
                batch, initializer.images(batch, manager, inputs.teacher().dataType()), inputs.normalization());
    }

    /**
     * Adjusts a copy of the teacher on the first augmentation of a batch.
     *
     * @param config values that the batch begins with
     * @param manager owns the copy
     */
    public AdjustedTeacher adjust(ClassBatch batch, StartImages start, SynthesisConfig config, NDManager manager) {
        return config.adjustment().isOrthogonal()
                ? orthogonal(batch, start, config, manager)
                : adjusted(batch, start, config, OrthonormalBasis.empty(), manager);
    }

    private synchronized AdjustedTeacher orthogonal(
            ClassBatch batch, StartImages start, SynthesisConfig config, NDManager manager) {
        Displacements displacements = displacements(batch, new Values(config.adjustment(), config.augmentation()));
        while (displacements.columns().size() < batch.column()) {
            int column = displacements.columns().size();
            ClassBatch earlier = new ClassBatch(column, batch.firstClass(), batch.size());
            try (NDManager scope = parent.newSubManager()) {
                StartImages images = start(earlier, scope);
                AdjustedTeacher adjusted = adjusted(earlier, images, config, displacements.before(column), scope);
                displacements.add(WeightVector.between(inputs.teacher(), adjusted.network(), scope));
            }
        }
        AdjustedTeacher adjusted = adjusted(batch, start, config, displacements.before(batch.column()), manager);
        boolean isNeeded = batch.column() < config.endColumn() - 1;
        if (displacements.columns().size() == batch.column() && isNeeded) {
            try (NDManager scope = parent.newSubManager()) {
                displacements.add(WeightVector.between(inputs.teacher(), adjusted.network(), scope));
            }
        }
        return adjusted;
    }

    /** Returns the displacements that were computed with the given values; those of other values are closed. */
    private Displacements displacements(ClassBatch batch, Values values) {
        Displacements found = known.get(batch.firstClass());
        if (found == null || !found.values().equals(values)) {
            if (found != null) {
                found.manager().close();
            }
            found = new Displacements(values, parent.newSubManager(), new ArrayList<>());
            known.put(batch.firstClass(), found);
        }
        return found;
    }

    private AdjustedTeacher adjusted(
            ClassBatch batch, StartImages start, SynthesisConfig config, OrthonormalBasis earlier, NDManager manager) {
        NDArray augmented = augmentations.draw(batch, 0, config).of(start.pixels());
        return new DirectedWeightAdjustment(config)
                .adjust(
                        inputs.teacher(),
                        augmented,
                        start.labels(),
                        seeds.generator(RandomPurpose.DIRECTION, batch.column(), batch.firstClass()),
                        earlier,
                        manager);
    }
}
