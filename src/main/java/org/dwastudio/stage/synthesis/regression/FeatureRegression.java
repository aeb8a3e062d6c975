package org.dwastudio.stage.synthesis.regression;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.dwastudio.config.evaluation.Mixing;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.torch.Autograd;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;
import org.dwastudio.train.batch.BetaDistribution;
import org.dwastudio.train.batch.MixPolicy;
import org.dwastudio.weights.StoredTensor;

/**
 * Feature-regression loss of a batch: the error with which a student that knows only the synthetic images S predicts
 * the teacher's logits on real images T. It is the error of a ridge regression on the student's features,
 *
 * <pre>
 * R = mean (K_TS (K_SS + λ · tr(K_SS)/N · I)⁻¹ f(S) − f(T))²,   K_AB = φ(A) φ(B)ᵀ + 1
 * </pre>
 *
 * with the student's penultimate features φ and the teacher's logits f. The gradient with respect to S flows through
 * φ(S) and through f(S). Based on neural feature regression with pooling (FRePo: Zhou, Nezhadarya and Ba, NeurIPS
 * 2022), which learns the labels; here the teacher provides them, like a student's soft labels. The ConvNet-3 students
 * are trained on the images at the same time: one step per measurement, on images mixed by CutMix.
 */
public final class FeatureRegression implements AutoCloseable {
    private static final String STUDENT = "convnet3";
    private static final MixPolicy MIXING = new MixPolicy(Mixing.Mix.CUTMIX, new BetaDistribution(1));

    private final ClassBatch batch;
    private final SeedSequence seeds;
    private final NDManager manager;
    private final Network teacher;
    private final RegressionTargets targets;
    private final RegressionStudents students;

    /**
     * Value of R before a step.
     *
     * @param value R
     * @param gradient gradient of R with respect to the images
     */
    public record Measured(double value, NDArray gradient) {}

    /** Returns the regression for a batch that begins; empty if the regression has no weight. */
    public static Optional<FeatureRegression> where(
            ClassBatch batch,
            SynthesisInputs inputs,
            Network adjusted,
            SynthesisConfig config,
            SeedSequence seeds,
            NDManager parent) {
        return config.regression().weight() > 0
                ? Optional.of(new FeatureRegression(batch, inputs, adjusted, config, seeds, parent))
                : Optional.empty();
    }

    /**
     * Creates the regression for a batch that begins and computes the teacher's logits on the real images.
     *
     * @param adjusted the teacher of this batch; its weights are copied
     * @param parent manager below which a separate manager is opened
     */
    FeatureRegression(
            ClassBatch batch,
            SynthesisInputs inputs,
            Network adjusted,
            SynthesisConfig config,
            SeedSequence seeds,
            NDManager parent) {
        this.batch = batch;
        this.seeds = seeds;
        manager = parent.newSubManager();
        teacher = adjusted.copy(manager);
        targets = RegressionTargets.of(batch, inputs, teacher, config, seeds, manager);
        NetworkConfig like = teacher.config();
        NetworkConfig kind = new NetworkConfig(
                STUDENT,
                config.regression().studentWidth(),
                NetworkConfig.Stem.SMALL,
                like.channels(),
                like.classes(),
                like.imageSize());
        students = new RegressionStudents(
                config.regression().students(),
                config.regression().studentSteps(),
                number -> new RegressionStudent(
                        kind,
                        teacher.dataType(),
                        generator(RandomPurpose.REGRESSION_STUDENT, number).nextLong(),
                        manager));
    }

    /**
     * Measures R with the student whose turn it is, then trains that student for one step.
     *
     * @param seen augmented images, [N, C, H, W], normalized; not modified
     * @param ridge λ
     * @return R and its gradient, which belongs to the manager of {@code seen}
     */
    public Measured step(NDArray seen, double ridge) {
        RegressionStudent student = students.next();
        RandomGenerator random = generator(RandomPurpose.REGRESSION_STEP, students.turns());
        Measured measured = measure(seen, student, random, ridge);
        try (NDManager scope = seen.getManager().newSubManager()) {
            int count = (int) seen.getShape().get(0);
            NDArray mixed =
                    MIXING.draw(count, (int) seen.getShape().get(2), random).pasted(seen, scope);
            student.learn(mixed, teacher.logits(mixed));
        }
        students.turnEnds();
        return measured;
    }

    private Measured measure(NDArray seen, RegressionStudent student, RandomGenerator random, double ridge) {
        NDManager target = seen.getManager();
        try (NDManager scope = target.newSubManager()) {
            RegressionTargets.Some real = targets.draw(random, scope);
            NDArray known = student.features(real.images());
            NDArray images = seen.duplicate();
            images.attach(scope);
            images.setRequiresGradient(true);
            double value;
            try (Autograd autograd = Autograd.begin()) {
                NDArray error = predicted(student.features(images), teacher.logits(images), known, ridge)
                        .sub(real.answers());
                NDArray mean = error.mul(error).mean();
                autograd.backward(mean);
                value = mean.toType(DataType.FLOAT64, true).getDouble();
            }
            NDArray gradient = images.getGradient();
            gradient.attach(target);
            return new Measured(value, gradient);
        }
    }

    /** Returns the predicted logits K_TS (K_SS + λ · tr(K_SS)/N · I)⁻¹ f(S). */
    static NDArray predicted(NDArray features, NDArray answers, NDArray known, double ridge) {
        int count = (int) features.getShape().get(0);
        NDArray transposed = features.transpose();
        NDArray own = features.matMul(transposed).add(1);
        NDArray between = known.matMul(transposed).add(1);
        NDArray constant = own.stopGradient();
        NDArray unit = constant.getManager().eye(count, count, 0, constant.getDataType());
        double diagonal =
                constant.mul(unit).sum().toType(DataType.FLOAT64, true).getDouble() / count;
        return between.matMul(own.add(unit.mul(ridge * diagonal)).inverse()).matMul(answers);
    }

    /** Adds the students to {@code tensors}, under names that begin with {@code regression/NAME}. */
    public void save(String name, Map<String, StoredTensor> tensors) {
        students.save("regression/" + name, tensors);
    }

    /** Restores what {@link #save} stored after the given number of steps. */
    public void restore(String name, SynthesisCheckpoint from, int steps) {
        students.restore("regression/" + name, from, steps);
    }

    private RandomGenerator generator(RandomPurpose purpose, long place) {
        return seeds.generator(purpose, batch.column(), batch.firstClass(), place);
    }

    @Override
    public void close() {
        manager.close();
    }
}
