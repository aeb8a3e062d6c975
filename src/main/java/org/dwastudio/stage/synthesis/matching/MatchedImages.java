package org.dwastudio.stage.synthesis.matching;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.gradient.FeatureMatch;
import org.dwastudio.nn.gradient.PixelOperators;
import org.dwastudio.nn.operator.EngineScalar;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.synthesis.start.ImageInitializer;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;
import org.dwastudio.stage.synthesis.step.PixelBounds;
import org.dwastudio.weights.StoredTensor;

/**
 * Images of some classes in all columns, made by distribution matching (Zhao and Bilen, WACV 2023). Every step draws a
 * network with random weights, real images of every class, and one augmentation, and reduces
 *
 * <pre>
 * L = Σ_class ‖mean φ(real images) − mean φ(images of all columns)‖²
 * </pre>
 *
 * by one step of SGD on the pixels, followed by a clamp to their range. Given the network, the gradient of a class does
 * not depend on the others, so that classes are processed one by one.
 */
public final class MatchedImages implements AutoCloseable {
    private static final String PIXELS = "matching/images/";
    private static final String VELOCITY = "matching/velocity/";

    private final MatchingDraws draws;
    private final PixelOperators operators;
    private final NDManager manager;
    private final PixelBounds bounds;
    private final int firstClass;
    /** Pixels [columns, C, H, W] of each class. */
    private final List<NDArray> pixels;
    /** Velocities of SGD, as the pixels. */
    private final List<NDArray> velocities = new ArrayList<>();

    private int iteration;

    private MatchedImages(
            MatchingDraws draws, PixelOperators operators, NDManager manager, int firstClass, List<NDArray> pixels) {
        this.draws = draws;
        this.operators = operators;
        this.manager = manager;
        this.firstClass = firstClass;
        this.pixels = pixels;
        NDArray like = pixels.get(0);
        bounds = new PixelBounds(draws.inputs().normalization(), manager, like.getDataType());
        pixels.forEach(image -> velocities.add(manager.zeros(image.getShape(), image.getDataType())));
    }

    /**
     * Begins with start images.
     *
     * @param columns the same classes of all columns, in order
     * @param initializer source of the start images
     * @param config values of the run
     * @param parent parent of the manager that is opened for these images
     */
    public static MatchedImages start(
            List<ClassBatch> columns,
            SynthesisInputs inputs,
            ImageInitializer initializer,
            SynthesisConfig config,
            SeedSequence seeds,
            PixelOperators operators,
            NDManager parent) {
        NDManager manager = parent.newSubManager();
        ClassBatch first = columns.get(0);
        List<NDArray> pixels = new ArrayList<>();
        try (NDManager scope = manager.newSubManager()) {
            NDList starts = new NDList();
            columns.forEach(batch -> starts.add(initializer.images(batch, scope, SynthesisInputs.dataType(config))));
            for (int place = 0; place < first.size(); place++) {
                NDList ofClass = new NDList();
                for (NDArray column : starts) {
                    ofClass.add(column.get(place));
                }
                NDArray images = NDArrays.stack(ofClass);
                images.attach(manager);
                pixels.add(images);
            }
        }
        return new MatchedImages(new MatchingDraws(inputs, seeds), operators, manager, first.firstClass(), pixels);
    }

    /**
     * Makes one step.
     *
     * @return the loss before the step, the sum over the classes
     */
    public double step(SynthesisConfig config) {
        double loss = 0;
        try (NDManager scope = manager.newSubManager();
                Network network = draws.network(iteration, config, scope);
                FeatureMatch match = new FeatureMatch(network, operators, scope)) {
            MatchingAugmentation augmentation = draws.augmentation(iteration, config);
            for (int place = 0; place < pixels.size(); place++) {
                loss += step(place, match, augmentation, config);
            }
        }
        iteration++;
        return loss;
    }

    private double step(int place, FeatureMatch match, MatchingAugmentation augmentation, SynthesisConfig config) {
        NDArray images = pixels.get(place);
        NDArray velocity = velocities.get(place);
        try (NDManager scope = manager.newSubManager()) {
            NDArray real = augmentation.of(draws.images(iteration, firstClass + place, config, scope));
            NDArray seen = augmentation.of(images);
            seen.attach(scope);
            FeatureMatch.Distance distance = match.distance(seen, match.mean(real));
            velocity.muli(config.matching().momentum()).addi(augmentation.pullBack(distance.gradient()));
            try (NDArray update =
                    EngineScalar.multiply(velocity, config.matching().rate())) {
                images.subi(update);
            }
            bounds.clamp(images);
            return distance.value();
        }
    }

    /** Returns the number of steps so far. */
    public int iteration() {
        return iteration;
    }

    /**
     * Returns a copy of the images of a column.
     *
     * @param owner manager of the result
     * @return [N, C, H, W], normalized, one image of each class
     */
    public NDArray column(int index, NDManager owner) {
        try (NDManager scope = owner.newSubManager()) {
            NDList images = new NDList();
            for (NDArray ofClass : pixels) {
                NDArray image = ofClass.get(index);
                image.attach(scope);
                images.add(image);
            }
            NDArray column = NDArrays.stack(images);
            column.attach(owner);
            return column;
        }
    }

    /** Stores pixels and velocities of every class. */
    public void save(Map<String, StoredTensor> tensors) {
        for (int place = 0; place < pixels.size(); place++) {
            tensors.put(PIXELS + (firstClass + place), StoredTensor.of(pixels.get(place)));
            tensors.put(VELOCITY + (firstClass + place), StoredTensor.of(velocities.get(place)));
        }
    }

    /** Resumes from the state that {@link #save} stored after the given number of steps. */
    public void restore(SynthesisCheckpoint from, int steps) {
        for (int place = 0; place < pixels.size(); place++) {
            from.tensor(PIXELS + (firstClass + place)).replace(pixels.get(place));
            from.tensor(VELOCITY + (firstClass + place)).replace(velocities.get(place));
        }
        iteration = steps;
    }

    @Override
    public void close() {
        manager.close();
    }
}
