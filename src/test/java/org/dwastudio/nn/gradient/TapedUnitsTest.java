package org.dwastudio.nn.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dwastudio.nn.gradient.FrozenNetworks.relativeDifference;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.IValue;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dwastudio.nn.LayerWeight;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.nn.operator.BatchNormTerms;
import org.dwastudio.nn.operator.ChannelStatistics;
import org.dwastudio.nn.operator.ConvolutionTerms;
import org.dwastudio.nn.operator.EngineScalar;
import org.dwastudio.nn.operator.MemoryLayout;
import org.dwastudio.nn.operator.Nonlinearity;
import org.dwastudio.nn.operator.Operators;
import org.dwastudio.nn.operator.PlainOperators;
import org.dwastudio.nn.operator.UnitTerms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two units in a row, the second one wider, against autograd through the single operations. */
class TapedUnitsTest {
    private static final int CHANNELS = 3;
    private static final int WIDE = 5;
    private static final List<LayerWeight> WEIGHTS = List.of(new LayerWeight(0.7, 0.2), new LayerWeight(0.4, 1.1));

    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private final Random random = new Random(5);
    private NDManager manager;

    @BeforeEach
    void openManager() {
        manager = tensors.manager();
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, false, false, 1",
        "RELU, false, false, 1",
        "RELU, true, false, 1",
        "RELU, false, true, 1",
        "RELU6, false, false, 2",
        "RELU6, true, true, 1",
        "SILU, false, false, 2",
        "SILU, false, true, 1"
    })
    void valuesAndGradientsAgreeWithAutograd(Nonlinearity then, boolean shortcut, boolean bias, int stride) {
        NDArray images = uniform(new Shape(2, CHANNELS, 6, 6), 2);
        List<UnitTerms> units = List.of(
                terms(CHANNELS, 1, bias, then, shortcut ? Optional.of(images) : Optional.empty()),
                terms(WIDE, stride, bias, then, Optional.empty()));
        NDArray gradient = uniform(new Shape(2, WIDE, 6 / stride, 6 / stride), 1);

        Result byHand = byHand(images, units, gradient);

        Result expected = byAutograd(images, units, gradient);
        assertThat(relativeDifference(byHand.value(), expected.value())).isLessThan(1e-13);
        assertThat(relativeDifference(byHand.gradient(), expected.gradient())).isLessThan(1e-12);
        assertThat(byHand.gaps()).containsExactly(expected.gaps(), within(1e-12));
    }

    @Test
    void siluAfterAShortcutIsRejected() {
        NDArray images = uniform(new Shape(2, CHANNELS, 6, 6), 2);

        assertThatThrownBy(() -> terms(CHANNELS, 1, false, Nonlinearity.SILU, Optional.of(images)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SiLU cannot follow a shortcut");
    }

    @SuppressWarnings("ArrayRecordComponent") // Read once; results are never compared.
    private record Result(NDArray value, NDArray gradient, double[] gaps) {}

    private Result byHand(NDArray images, List<UnitTerms> units, NDArray gradient) {
        PixelOperators operators = tensors.operators();
        List<ChannelStatistics> running = running(units);
        NormAlignment alignment = new NormAlignment(operators, running, manager);
        try (FrozenWeights weights = new FrozenWeights(manager, operators, FrozenNetwork.Arithmetic.FULL, running);
                IValue state = operators.opaque("begin", units.size())) {
            TapedOperators tape = new TapedOperators(images, manager, operators, weights, state);
            NDArray value = run(tape, images, units, new ArrayList<>());
            double[] numbers = alignment
                    .align(manager, state, manager.create(17.0), WEIGHTS, 1)
                    .toDoubleArray();
            assertThat(numbers[0]).isEqualTo(17);
            return new Result(value, tape.backward(value, gradient.duplicate()), new double[] {
                numbers[1], numbers[2], numbers[3], numbers[4]
            });
        }
    }

    private Result byAutograd(NDArray images, List<UnitTerms> units, NDArray gradient) {
        images.setRequiresGradient(true);
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            List<ChannelStatistics> batch = new ArrayList<>();
            NDArray value = run(new PlainOperators(), images, units, batch);
            NDArray total = value.mul(gradient).sum();
            double[] gaps = new double[2 * units.size()];
            for (int i = 0; i < units.size(); i++) {
                ChannelStatistics running = running(units).get(i);
                NDArray mean = batch.get(i).mean().sub(running.mean()).norm();
                NDArray variance =
                        batch.get(i).variance().sub(running.variance()).norm();
                gaps[i] = mean.getDouble();
                gaps[units.size() + i] = variance.getDouble();
                total = total.add(EngineScalar.multiply(mean, WEIGHTS.get(i).mean()))
                        .add(EngineScalar.multiply(variance, WEIGHTS.get(i).variance()));
            }
            collector.backward(total);
            return new Result(value.stopGradient(), images.getGradient().duplicate(), gaps);
        } finally {
            images.setRequiresGradient(false);
        }
    }

    private static NDArray run(
            Operators operators, NDArray images, List<UnitTerms> units, List<ChannelStatistics> batch) {
        NDArray current = images;
        for (UnitTerms unit : units) {
            current = operators.unit(current, unit, z -> batch.add(new PlainOperators().statistics(z)));
        }
        return current;
    }

    private static List<ChannelStatistics> running(List<UnitTerms> units) {
        return units.stream()
                .map(unit ->
                        new ChannelStatistics(unit.norm().mean(), unit.norm().variance()))
                .toList();
    }

    private UnitTerms terms(int outputs, int stride, boolean bias, Nonlinearity then, Optional<NDArray> shortcut) {
        Shape perChannel = new Shape(outputs);
        ConvolutionTerms convolution = new ConvolutionTerms(
                uniform(new Shape(outputs, CHANNELS, 3, 3), 1),
                bias ? Optional.of(uniform(perChannel, 1)) : Optional.empty(),
                stride,
                1,
                1);
        BatchNormTerms norm = new BatchNormTerms(
                uniform(perChannel, 2),
                uniform(perChannel, 1),
                uniform(perChannel, 1),
                uniform(perChannel, 1).abs());
        return new UnitTerms(convolution, norm, shortcut, then);
    }

    private NDArray uniform(Shape shape, double most) {
        double[] values =
                random.doubles(shape.size(), -1, 1).map(value -> most * value).toArray();
        NDArray tensor = manager.create(values, shape).toType(DataType.FLOAT64, true);
        return shape.dimension() == 4 ? MemoryLayout.channelsLast(tensor) : tensor;
    }
}
