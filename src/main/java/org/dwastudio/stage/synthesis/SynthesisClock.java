package org.dwastudio.stage.synthesis;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.gradient.PixelOperators;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.synthesis.regression.FeatureRegression;
import org.dwastudio.stage.synthesis.regression.RegressionTargets;
import org.dwastudio.stage.synthesis.start.NoiseImages;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;
import org.dwastudio.stage.synthesis.step.DirectedWeightAdjustment;
import org.dwastudio.stage.synthesis.step.GradientScaling;
import org.dwastudio.stage.synthesis.view.ViewSampler;

/**
 * Measures how long a step of a synthesis takes, its share of what is done before the first one included. Makes a few
 * steps with one image, then as many images as fit into about a second, and reckons what the whole batch would take: a
 * step is a fixed time and a time an image.
 */
public final class SynthesisClock {
    private static final double SECONDS_OF_A_STEP = 0.4;
    /** After so long with one image, no more are tried. */
    private static final double LONGEST_SECONDS = 2;

    private static final int REPETITIONS = 2;
    private static final double NANOS_PER_SECOND = 1e9;

    private final SynthesisInputs inputs;
    private final Network teacher;
    private final SynthesisConfig config;
    private final PixelOperators operators;
    private final NDManager parent;
    private final SeedSequence seeds = new SeedSequence(1);

    /** Looks at noise with a copy of the teacher, which stays as it is. */
    public SynthesisClock(SynthesisInputs inputs, SynthesisConfig config, PixelOperators operators, NDManager parent) {
        this.inputs = inputs;
        this.teacher = inputs.teacher();
        this.config = config;
        this.operators = operators;
        this.parent = parent;
    }

    /**
     * Seconds a step, for batches of so many images.
     *
     * @param images of a batch; need not be whole where the slices of a column differ
     * @param most images that may be looked at together
     */
    public double secondsPerStep(double images, int most) {
        long begun = System.nanoTime();
        step(1, 1);
        double one = step(1, REPETITIONS);
        if (images == 1) {
            return one + adjustment(1) + answering(1);
        }
        if (secondsSince(begun) > LONGEST_SECONDS) {
            return images * (one + adjustment(1) + answering(1));
        }
        int wanted = (int) Math.ceil(images);
        int affordable = (int) Math.min(most, SECONDS_OF_A_STEP / one);
        int some = Math.min(wanted, Math.max(2, affordable));
        double several = step(some, REPETITIONS);
        double anImage = (several - one) / (some - 1);
        // When other work disturbs the measurement, a step in proportion is the safer guess.
        double whole = anImage > 0 ? several + (images - some) * anImage : several * images / some;
        return whole + adjustment(some) * whole / several + answering(1) * images;
    }

    /** The shortest of a few steps. */
    private double step(int images, int repetitions) {
        ClassBatch batch = new ClassBatch(0, 0, images);
        ViewSampler views = new ViewSampler(seeds, teacher.config().imageSize());
        double[] steps = new double[repetitions];
        try (NDManager scope = parent.newSubManager();
                BatchSynthesis synthesis = new BatchSynthesis(
                        teacher,
                        start(batch, scope),
                        labels(images),
                        inputs.normalization(),
                        config,
                        GradientScaling.of(config.execution().precision()),
                        regression(batch, scope),
                        operators,
                        scope)) {
            for (int i = 0; i < repetitions; i++) {
                long before = System.nanoTime();
                synthesis.step(config, views.draw(batch, i, config));
                steps[i] = secondsSince(before);
            }
        }
        return Arrays.stream(steps).min().orElseThrow();
    }

    /** What of the weight adjustment of a batch falls to a step. */
    private double adjustment(int images) {
        if (config.adjustment().rho() == 0) {
            return 0;
        }
        RandomGenerator random = seeds.generator(RandomPurpose.DIRECTION);
        try (NDManager scope = parent.newSubManager()) {
            NDArray start = start(new ClassBatch(0, 0, images), scope);
            long before = System.nanoTime();
            new DirectedWeightAdjustment(config.withAdjustment(adjustment -> adjustment.withAscentSteps(1)))
                    .adjust(teacher, start, scope.create(labels(images)), random, scope)
                    .close();
            boolean oneDirection = config.adjustment().direction() == Adjustment.Direction.RANDOM;
            return secondsSince(before)
                    * (oneDirection ? 1 : config.adjustment().ascentSteps())
                    / config.iterations();
        }
    }

    /** With real images for one step. */
    private Optional<FeatureRegression> regression(ClassBatch batch, NDManager scope) {
        int ofAClass = (RegressionTargets.AT_ONCE + batch.size() - 1) / batch.size();
        SynthesisConfig small = config.withRegression(regression ->
                regression.withImages(Math.min(ofAClass, config.regression().images())));
        return FeatureRegression.where(batch, inputs, teacher, small, seeds, scope);
    }

    /** What of the teacher's answers to the real images of so many classes falls to a step. */
    private double answering(int classes) {
        if (config.regression().weight() == 0) {
            return 0;
        }
        SynthesisConfig few = config.withRegression(regression -> regression.withImages(
                Math.min(RegressionTargets.AT_ONCE, config.regression().images())));
        try (NDManager scope = parent.newSubManager()) {
            long before = System.nanoTime();
            RegressionTargets asked =
                    RegressionTargets.of(new ClassBatch(0, 0, classes), inputs, teacher, few, seeds, scope);
            return secondsSince(before)
                    / asked.count()
                    * classes
                    * config.regression().images()
                    / config.iterations();
        }
    }

    private NDArray start(ClassBatch batch, NDManager scope) {
        return new NoiseImages(
                        seeds, teacher.config().channels(), teacher.config().imageSize())
                .images(batch, scope, teacher.dataType());
    }

    private long[] labels(int images) {
        return LongStream.range(0, images)
                .map(i -> i % teacher.config().classes())
                .toArray();
    }

    private static double secondsSince(long before) {
        return (System.nanoTime() - before) / NANOS_PER_SECOND;
    }
}
