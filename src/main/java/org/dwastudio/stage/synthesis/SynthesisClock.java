package org.dwastudio.stage.synthesis;

import ai.djl.ndarray.NDManager;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.gradient.PixelOperators;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.WarmStopwatch;
import org.dwastudio.stage.synthesis.matching.MatchingClock;
import org.dwastudio.stage.synthesis.regression.RegressionTargets;
import org.dwastudio.stage.synthesis.start.StartImages;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;
import org.dwastudio.stage.synthesis.step.DirectedWeightAdjustment;
import org.dwastudio.stage.synthesis.step.OrthonormalBasis;

/**
 * Measurement of the duration of a synthesis step, including a proportional share of the work done before the first
 * step. Runs a few steps with one image, then with as many images as take at most about a second, and estimates the time
 * for the whole batch from both.
 */
public final class SynthesisClock {
    private final SynthesisInputs inputs;
    private final Network teacher;
    private final SynthesisConfig config;
    private final TrialBatches batches;
    private final PixelOperators operators;
    private final NDManager parent;
    private final SeedSequence seeds = new SeedSequence(1);
    private final WarmStopwatch watch = new WarmStopwatch();

    /** Creates a clock that times steps on noise images with a copy of the teacher; the teacher is not modified. */
    public SynthesisClock(SynthesisInputs inputs, SynthesisConfig config, PixelOperators operators, NDManager parent) {
        this.inputs = inputs;
        this.teacher = inputs.teacher();
        this.config = config;
        this.batches = new TrialBatches(inputs, config, operators, seeds);
        this.operators = operators;
        this.parent = parent;
    }

    /**
     * Returns the estimated seconds per step, 0 if the synthesis makes none, for batches of the given size; in a distribution
     * matching, a step of all columns.
     *
     * @param images number of images per batch; may be fractional when the slices of a column differ in size
     * @param most maximum number of images that may be processed together
     */
    public double secondsPerStep(double images, int most) {
        if (config.iterations() == 0) {
            return 0;
        }
        if (config.matching().isOn()) {
            return new MatchingClock(inputs, config, operators, parent).secondsPerStep(images);
        }
        MeasuredSteps steps = MeasuredSteps.of(images, most, this::step);
        double whole = steps.seconds(images);
        return whole + adjustment(steps.some()) * whole / steps.several() + answering(1) * images;
    }

    /** Returns the seconds of a step; of a repeated one, the first time does not count. */
    private double step(int images, boolean repeated) {
        try (NDManager scope = parent.newSubManager();
                BatchSynthesis synthesis = batches.open(images, scope)) {
            Runnable step = () -> batches.step(synthesis);
            return repeated ? watch.seconds(step) : watch.once(step);
        }
    }

    /** Returns the seconds per step that a batch's weight adjustment accounts for. */
    private double adjustment(int images) {
        if (!config.adjustment().isOn()) {
            return 0;
        }
        boolean oneDirection = config.adjustment().direction() == Adjustment.Direction.RANDOM;
        int steps = oneDirection ? 1 : config.adjustment().ascentSteps();
        double one = ascent(images, 1, OrthonormalBasis.empty());
        double two = steps > 1 ? ascent(images, 2, OrthonormalBasis.empty()) : one;
        double ascent = adjustment(one, two, steps) + steps * projection(images, one);
        return ascent * ascentsPerBatch() / config.iterations();
    }

    /** Returns the number of ascents per batch: trials of a search, and those of the columns before a part of a run. */
    private double ascentsPerBatch() {
        int trials = DirectedWeightAdjustment.usualTrials(config);
        return config.adjustment().isOrthogonal()
                ? trials * (double) config.endColumn() / Math.max(1, config.columnCount())
                : trials;
    }

    /**
     * Returns the seconds per ascent step of a projection, which takes a time per earlier column.
     *
     * @param plain seconds of an adjustment of one step without projection
     */
    private double projection(int images, double plain) {
        if (!config.adjustment().isOrthogonal()) {
            return 0;
        }
        try (NDManager scope = parent.newSubManager()) {
            double along = ascent(images, 1, OrthonormalBasis.ofWeights(teacher, scope));
            return Math.max(0, along - plain) * Math.max(0, config.endColumn() - 1) / 2;
        }
    }

    /**
     * Returns the seconds of a weight adjustment: a fixed time, for example for copying the weights, plus a time per
     * ascent step.
     *
     * @param one seconds of an adjustment of one step
     * @param two seconds of an adjustment of two steps
     */
    static double adjustment(double one, double two, int steps) {
        return one + (steps - 1) * Math.max(0, two - one);
    }

    /** Returns the seconds of an adjustment with a given radius. */
    private double ascent(int images, int steps, OrthonormalBasis earlier) {
        try (NDManager scope = parent.newSubManager()) {
            StartImages start = batches.start(images, scope);
            DirectedWeightAdjustment ascent =
                    new DirectedWeightAdjustment(config.withAdjustment(adjustment -> adjustment
                            .withRho(adjustment.isAutomatic() ? Adjustment.RHO.paper() : adjustment.rho())
                            .withCrossEntropyFactor(Adjustment.CROSS_ENTROPY_FACTOR.paper())
                            .withAscentSteps(steps)));
            return watch.seconds(() -> ascent.adjust(
                            teacher,
                            start.pixels(),
                            start.labels(),
                            seeds.generator(RandomPurpose.DIRECTION),
                            earlier,
                            scope)
                    .close());
        }
    }

    /** Returns the seconds per step for the teacher's logits on the real images of so many classes. */
    private double answering(int classes) {
        if (config.regression().weight() == 0) {
            return 0;
        }
        SynthesisConfig few = config.withRegression(regression -> regression.withImages(
                Math.min(RegressionTargets.AT_ONCE, config.regression().images())));
        try (NDManager scope = parent.newSubManager()) {
            ClassBatch batch = new ClassBatch(0, 0, classes);
            int asked = RegressionTargets.of(batch, inputs, teacher, few, seeds, scope)
                    .count();
            double seconds = watch.seconds(() -> RegressionTargets.of(batch, inputs, teacher, few, seeds, scope));
            return seconds / asked * classes * config.regression().images() / config.iterations();
        }
    }
}
