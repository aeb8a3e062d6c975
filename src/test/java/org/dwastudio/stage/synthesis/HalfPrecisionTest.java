package org.dwastudio.stage.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dwastudio.config.synthesis.Execution.Precision;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.StepLoss;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.LiveTuning;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.synthesis.augmentation.CyclicShift;
import org.dwastudio.stage.synthesis.augmentation.LinearAugmentation;
import org.dwastudio.stage.synthesis.loss.AddedLosses;
import org.dwastudio.stage.synthesis.start.NoiseImages;
import org.dwastudio.stage.synthesis.start.StartImages;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.step.GradientScaling;
import org.dwastudio.stage.synthesis.step.LossScale;
import org.dwastudio.weights.StoredTensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Steps with convolutions in float16, and what becomes of gradients that do not fit into it. */
class HalfPrecisionTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private static final SynthesisConfig HALF =
            TinyWorld.CONFIG.withExecution(execution -> execution.withPrecision(Precision.HALF));
    private static final LinearAugmentation UNMOVED = new CyclicShift(0, 0);
    private static final double TOO_LARGE = 0x1p100;

    private final List<RunEvent.MetricPoint> points = new ArrayList<>();
    private final List<RunEvent.LossMeasured> losses = new ArrayList<>();

    @Test
    void theFirstStepGoesWhereThatOfFloat32Does() {
        BatchSynthesis exact = begun(TinyWorld.CONFIG, GradientScaling.of(Precision.FLOAT32));
        BatchSynthesis half = begun(HALF, GradientScaling.of(Precision.HALF));

        double exactLoss = exact.step(TinyWorld.CONFIG, UNMOVED).total();
        double halfLoss = half.step(HALF, UNMOVED).total();

        assertThat(halfLoss).isNotEqualTo(exactLoss).isCloseTo(exactLoss, within(2e-3 * exactLoss));
        assertThat(half.lossScale()).contains(new LossScale(65_536, 1));
        // After one step the first moment is half of the gradient: β₁ = 0.5.
        float[] expected = moments(exact).get("first/x");
        float[] found = moments(half).get("first/x");
        double difference = 0;
        double size = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += Math.pow(found[i] - expected[i], 2);
            size += Math.pow(expected[i], 2);
        }
        assertThat(Math.sqrt(difference / size)).isBetween(1e-6, 1e-2);
    }

    @Test
    void aScaledGradientOfFloat32IsTheUnscaledOneBitByBit() {
        BatchSynthesis plain = begun(TinyWorld.CONFIG, GradientScaling.of(Precision.FLOAT32));
        BatchSynthesis scaled = begun(TinyWorld.CONFIG, GradientScaling.of(Optional.of(LossScale.start())));

        for (int step = 0; step < 3; step++) {
            plain.step(TinyWorld.CONFIG, UNMOVED);
            scaled.step(TinyWorld.CONFIG, UNMOVED);
        }

        assertThat(kept(scaled)).isEqualTo(kept(plain));
    }

    @Test
    void anOverflowLeavesPixelsAndMomentsAsTheyAreAndHalvesTheScale() {
        BatchSynthesis synthesis = begun(HALF, GradientScaling.of(Optional.of(new LossScale(TOO_LARGE, 7))));
        Map<String, ByteBuffer> before = kept(synthesis);

        StepLoss loss = synthesis.step(HALF, UNMOVED);

        assertThat(loss.total()).isFinite();
        assertThat(kept(synthesis)).isEqualTo(before);
        assertThat(synthesis.lossScale()).contains(new LossScale(TOO_LARGE / 2, 0));
        assertThat(synthesis.skippedSteps()).isEqualTo(1);
        assertThat(synthesis.iteration()).isEqualTo(1);
    }

    @Test
    void adamCountsOnlyTheStepsThatAreMade() {
        SynthesisConfig steady = HALF.withIterations(1_000_000);
        BatchSynthesis fresh = begun(steady, GradientScaling.of(Precision.HALF));
        BatchSynthesis late = begun(steady, GradientScaling.of(Optional.of(new LossScale(TOO_LARGE, 0))));
        int skipped = 0;
        while (late.skippedSteps() == skipped) {
            late.step(steady, UNMOVED);
            skipped++;
        }

        fresh.step(steady, UNMOVED);

        // The first step of Adam goes by the learning rate, which has hardly fallen; a later one would not.
        assertThat(skipped).isGreaterThan(50);
        float[] expected = fresh.images().toFloatArray();
        float[] found = late.images().toFloatArray();
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(1e-3f));
        }
    }

    @Test
    void aRunReportsEveryScaleAndEveryStepThatItLeavesOut() throws Exception {
        run(HALF.withIterations(12).withAlignment(alignment -> alignment.withBatchNormWeight(60)));

        List<Double> scales = values(Metric.LOSS_SCALE, 0);
        assertThat(scales).hasSizeGreaterThan(2).startsWith(65_536.0, 32_768.0, 16_384.0);
        assertThat(values(Metric.SKIPPED_STEPS, 0)).startsWith(1.0, 2.0).hasSize(scales.size() - 1);
        assertThat(places(Metric.SKIPPED_STEPS)).startsWith("0:0 at 0", "0:1 at 1");
        assertThat(places(Metric.LOSS_SCALE)).startsWith("0:0 at 0", "0:1 at 1", "0:2 at 2");
        assertThat(losses).filteredOn(loss -> loss.column() == 0).hasSize(12);
        assertThat(values(Metric.LOSS_SCALE, 1)).startsWith(65_536.0);
    }

    @Test
    void otherPrecisionsReportOfNoScale() throws Exception {
        run(TinyWorld.CONFIG);

        assertThat(losses).filteredOn(loss -> loss.column() == 0).hasSize(4);
        assertThat(values(Metric.LOSS_SCALE, 0)).isEmpty();
    }

    @Test
    void aScaleThatFallsBelowOneEndsTheRunWithAMessage() {
        SynthesisConfig hopeless =
                HALF.withIterations(100).withAlignment(alignment -> alignment.withBatchNormWeight(1e12));

        assertThatThrownBy(() -> run(hopeless))
                .isInstanceOf(SynthesisDivergedException.class)
                .hasMessage("The gradient does not fit into half precision in column 0, iteration 17, even with a loss"
                        + " scale of 1. Please choose precision float32, or lower the batch-norm weights.");
        assertThat(values(Metric.LOSS_SCALE, 0)).hasSize(17).endsWith(2.0, 1.0);
        assertThat(values(Metric.SKIPPED_STEPS, 0)).hasSize(17);
    }

    private BatchSynthesis begun(SynthesisConfig config, GradientScaling scaling) {
        Network teacher = TinyWorld.teacher(tensors.manager(), DataType.FLOAT32);
        ClassBatch batch = new ClassBatch(0, 0, TinyWorld.CLASSES);
        NDArray start = new NoiseImages(new SeedSequence(3), 1, TinyWorld.SIZE)
                .images(batch, tensors.manager(), DataType.FLOAT32);
        return new BatchSynthesis(
                teacher,
                StartImages.of(batch, start, TinyWorld.NORMALIZATION),
                config,
                scaling,
                AddedLosses.NONE,
                tensors.operators(),
                tensors.manager());
    }

    private static Map<String, ByteBuffer> kept(BatchSynthesis synthesis) {
        Map<String, StoredTensor> saved = new HashMap<>();
        synthesis.save("x", saved);
        return saved.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .data()));
    }

    private Map<String, float[]> moments(BatchSynthesis synthesis) {
        Map<String, StoredTensor> saved = new HashMap<>();
        synthesis.save("x", saved);
        return saved.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .toNDArray(tensors.manager())
                .toFloatArray()));
    }

    private void run(SynthesisConfig config) throws Exception {
        new ImageSynthesis(tensors.operators(), tensors.manager())
                .run(
                        TinyWorld.experiment(config),
                        TinyWorld.inputs(tensors.manager()),
                        new LiveTuning(config),
                        new RunControl(),
                        event -> {
                            if (event instanceof RunEvent.MetricPoint point) {
                                points.add(point);
                            } else if (event instanceof RunEvent.LossMeasured measured) {
                                losses.add(measured);
                            }
                        });
    }

    private List<Double> values(Metric metric, int column) {
        return points.stream()
                .filter(point -> point.metric() == metric && point.unit() == column)
                .map(RunEvent.MetricPoint::value)
                .toList();
    }

    private List<String> places(Metric metric) {
        return points.stream()
                .filter(point -> point.metric() == metric)
                .map(point -> point.unit() + ":" + point.iteration() + " at " + point.step())
                .toList();
    }
}
