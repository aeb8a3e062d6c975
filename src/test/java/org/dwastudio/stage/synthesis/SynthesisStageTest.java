package org.dwastudio.stage.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisOptimizer;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.event.StepLoss;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.stage.LiveTuning;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SynthesisStageTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private final List<RunEvent> events = new ArrayList<>();
    private final RunControl control = new RunControl();

    @Test
    void columnsRunOneByOneAndEveryStepIsTold() throws Exception {
        assertThat(run(TinyWorld.CONFIG)).isFalse();

        assertThat(all(RunEvent.LossMeasured.class))
                .extracting(measured -> measured.column() + ":" + measured.iteration())
                .containsExactly("0:0", "0:1", "0:2", "0:3", "1:0", "1:1", "1:2", "1:3");
        assertThat(all(RunEvent.Progress.class))
                .last()
                .isEqualTo(new RunEvent.Progress(StageName.SYNTHESIS, 1, 4, 4, 2, 8, 8));
        assertThat(states(0))
                .containsExactly(
                        ColumnState.WAITING,
                        ColumnState.RUNNING,
                        ColumnState.RUNNING,
                        ColumnState.RUNNING,
                        ColumnState.RUNNING,
                        ColumnState.FINISHED);
        assertThat(events.get(0)).isInstanceOf(RunEvent.StageStarted.class);
        assertThat(events.get(events.size() - 1)).isInstanceOf(RunEvent.StageFinished.class);
    }

    @Test
    void theTotalIsCrossEntropyPlusWeightedBatchNormLoss() throws Exception {
        run(TinyWorld.CONFIG);

        assertThat(losses()).hasSize(8).allSatisfy(loss -> {
            assertThat(loss.batchNormWeight()).isEqualTo(0.01);
            assertThat(loss.total())
                    .isEqualTo(loss.crossEntropy() + 0.01 * (loss.batchNormMean() + loss.batchNormVariance()));
        });
        assertThat(points(Metric.LEARNING_RATE).get(0).value()).isEqualTo(0.25);
    }

    @Test
    void aFeatureRegressionCountsInTheTotalAndChangesTheImages() throws Exception {
        run(TinyWorld.CONFIG);
        List<ImageBatch> without = finished();
        assertThat(losses()).allMatch(loss -> loss.featureRegression() == 0);
        events.clear();

        run(TinyWorld.CONFIG.withRegression(
                regression -> regression.withWeight(100).withStudentSteps(2)));

        assertThat(losses()).hasSize(8).allSatisfy(loss -> {
            assertThat(loss.featureRegression()).isPositive();
            assertThat(loss.total())
                    .isEqualTo(loss.crossEntropy()
                            + 0.01 * (loss.batchNormMean() + loss.batchNormVariance())
                            + loss.featureRegression());
        });
        assertThat(finished()).hasSize(2).usingRecursiveComparison().isNotEqualTo(without);
    }

    @ParameterizedTest
    @EnumSource(Execution.Precision.class)
    void aFeatureRegressionIsMeasuredInAnyPrecision(Execution.Precision precision) throws Exception {
        SynthesisConfig config = TinyWorld.CONFIG
                .withRegression(regression -> regression.withWeight(100))
                .withExecution(execution -> execution.withPrecision(precision));
        DataType type = precision == Execution.Precision.FLOAT64 ? DataType.FLOAT64 : DataType.FLOAT32;
        SynthesisInputs inputs = new SynthesisInputs(
                TinyWorld.teacher(tensors.manager(), type), TinyWorld.NORMALIZATION, TinyWorld.dataset());

        new SynthesisStage()
                .run(
                        TinyWorld.experiment(config),
                        inputs,
                        new LiveTuning(config),
                        control,
                        events::add,
                        tensors.operators(),
                        tensors.manager());

        assertThat(losses())
                .hasSize(8)
                .allMatch(loss -> loss.featureRegression() > 0 && Double.isFinite(loss.featureRegression()));
        assertThat(finished()).hasSize(2);
    }

    @Test
    void allAtOnceTheColumnsTakeTurnsAndEndInTheSameImages() throws Exception {
        run(TinyWorld.CONFIG);
        List<ImageBatch> oneByOne = finished();
        events.clear();

        run(TinyWorld.CONFIG.withExecution(execution -> execution.withOrder(Execution.Order.ALL_AT_ONCE)));

        assertThat(all(RunEvent.LossMeasured.class))
                .extracting(measured -> measured.column() + ":" + measured.iteration())
                .containsExactly("0:0", "1:0", "0:1", "1:1", "0:2", "1:2", "0:3", "1:3");
        assertThat(finished()).usingRecursiveComparison().isEqualTo(oneByOne);
    }

    @Test
    void theSameSeedGivesTheSameImagesAndAnotherOthers() throws Exception {
        run(TinyWorld.CONFIG);
        List<ImageBatch> first = finished();
        events.clear();
        run(TinyWorld.CONFIG);
        assertThat(finished()).usingRecursiveComparison().isEqualTo(first);
        events.clear();

        run(TinyWorld.experiment(TinyWorld.CONFIG).withSeed(43), event -> {});

        assertThat(finished().get(0).bytes()).isNotEqualTo(first.get(0).bytes());
    }

    @Test
    void aColumnIsCutIntoSlicesOfTheBatchSize() throws Exception {
        run(TinyWorld.CONFIG.withBatchSize(2).withImagesPerClass(1));

        assertThat(all(RunEvent.ImagesChanged.class).stream()
                        .filter(changed -> changed.state() == ColumnState.FINISHED))
                .extracting(changed ->
                        changed.firstClass() + "+" + changed.images().count())
                .containsExactly("0+2", "2+1");
        assertThat(all(RunEvent.LossMeasured.class))
                .extracting(RunEvent.LossMeasured::iteration)
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(all(RunEvent.Progress.class))
                .last()
                .extracting(RunEvent.Progress::totalSteps)
                .isEqualTo(8L);
    }

    @Test
    void cancellingShowsTheColumnUnderWayAsItIsAndSaysSo() throws Exception {
        boolean cancelled = run(TinyWorld.experiment(TinyWorld.CONFIG), event -> {
            if (event instanceof RunEvent.Progress progress && progress.step() == 6) {
                control.cancel();
            }
        });

        assertThat(cancelled).isTrue();
        assertThat(finished()).hasSize(1);
        assertThat(all(RunEvent.LossMeasured.class)).hasSize(6);
        RunEvent.ImagesChanged last = all(RunEvent.ImagesChanged.class)
                .get(all(RunEvent.ImagesChanged.class).size() - 1);
        assertThat(last.state()).isEqualTo(ColumnState.RUNNING);
        assertThat(last.iteration()).isEqualTo(2);
        assertThat(events.get(events.size() - 1))
                .isInstanceOfSatisfying(RunEvent.StageFinished.class, end -> assertThat(end.cancelled())
                        .isTrue());
    }

    @Test
    void aRunTunedByHandIsRepeatedByItsRecord() throws Exception {
        Experiment experiment = TinyWorld.experiment(TinyWorld.CONFIG);
        LiveTuning live = new LiveTuning(experiment.synthesis());
        run(experiment, live, event -> {
            if (event instanceof RunEvent.Progress progress && progress.step() == 2) {
                live.request(SynthesisOptimizer.LEARNING_RATE, 0.05);
                live.request(Adjustment.RHO, 0.2);
                live.request(SynthesisConfig.IMAGES_PER_CLASS, 3);
            }
            if (event instanceof RunEvent.Progress progress && progress.step() == 5) {
                live.request(SynthesisConfig.ITERATIONS, 6);
            }
        });
        List<TuningChange> recorded = changes();
        List<ImageBatch> images = finished();
        assertThat(recorded)
                .containsExactlyInAnyOrder(
                        new TuningChange(0, 2, SynthesisOptimizer.LEARNING_RATE, 0.25, 0.05),
                        new TuningChange(1, 0, Adjustment.RHO, 0.015, 0.2),
                        new TuningChange(1, 0, SynthesisConfig.IMAGES_PER_CLASS, 2, 3),
                        new TuningChange(1, 1, SynthesisConfig.ITERATIONS, 4, 6));
        assertThat(images).hasSize(3);
        events.clear();

        run(experiment.withTuning(recorded), event -> {});

        assertThat(changes()).isEqualTo(recorded);
        assertThat(finished()).usingRecursiveComparison().isEqualTo(images);
    }

    @Test
    void aRunThatEndsWithFewerColumnsThanAnnouncedIsWhole() throws Exception {
        Experiment experiment = TinyWorld.experiment(TinyWorld.CONFIG);
        LiveTuning live = new LiveTuning(experiment.synthesis());
        boolean cancelled = run(experiment, live, event -> {
            if (event instanceof RunEvent.Progress progress && progress.step() == 2) {
                live.request(SynthesisConfig.IMAGES_PER_CLASS, 7);
            }
            if (event instanceof RunEvent.Progress progress && progress.step() == 6) {
                live.request(SynthesisConfig.IMAGES_PER_CLASS, 2);
            }
        });

        assertThat(cancelled).isFalse();
        assertThat(finished()).hasSize(2);
        assertThat(all(RunEvent.Progress.class))
                .anySatisfy(progress -> assertThat(progress.columns()).isEqualTo(7))
                .last()
                .isEqualTo(new RunEvent.Progress(StageName.SYNTHESIS, 1, 4, 4, 2, 8, 8));
    }

    @Test
    void diversityIsMeasuredBesideThatOfRandomRealImages() throws Exception {
        run(TinyWorld.CONFIG.withIterations(20));

        assertThat(points(Metric.VENDI_SCORE))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(point -> assertThat(point.value()).isBetween(1.0, 2.0));
        assertThat(points(Metric.REAL_VENDI_SCORE)).hasSize(1).allSatisfy(point -> assertThat(point.value())
                .isBetween(1.0, 2.0));
        assertThat(points(Metric.WITHIN_CLASS_COSINE)).last().satisfies(point -> assertThat(point.iteration())
                .isEqualTo(20));
        assertThat(points(Metric.REAL_WITHIN_CLASS_COSINE)).hasSize(1).allSatisfy(point -> assertThat(point.value())
                .isBetween(-1.0, 1.0));
    }

    @Test
    void diversityCountsOnlyColumnsThatHaveBegun() throws Exception {
        run(TinyWorld.CONFIG.withImagesPerClass(3).withIterations(20));

        assertThat(points(Metric.VENDI_SCORE))
                .extracting(RunEvent.MetricPoint::column)
                .containsExactly(0, 0, 1, 1, 2, 2);
        assertThat(points(Metric.VENDI_SCORE)).allSatisfy(point -> assertThat(point.value())
                .isBetween(1 - 1e-6, point.column() + 1.0));
        assertThat(points(Metric.WITHIN_CLASS_COSINE))
                .extracting(RunEvent.MetricPoint::column)
                .containsExactly(1, 1, 2, 2);
    }

    @Test
    void aSingleColumnHasNoCosine() throws Exception {
        run(TinyWorld.CONFIG.withImagesPerClass(1).withIterations(20));

        assertThat(points(Metric.WITHIN_CLASS_COSINE)).isEmpty();
        assertThat(points(Metric.VENDI_SCORE)).isNotEmpty().allSatisfy(point -> assertThat(point.value())
                .isCloseTo(1.0, within(1e-6)));
    }

    @Test
    void imagesOfRunningColumnsAreCopiedOnlyWhenSomebodyLooks() throws Exception {
        Experiment experiment = TinyWorld.experiment(TinyWorld.CONFIG.withImagesPerClass(1));
        new SynthesisStage()
                .run(
                        experiment,
                        TinyWorld.inputs(tensors.manager()),
                        new LiveTuning(experiment.synthesis()),
                        control,
                        new RunListener() {
                            @Override
                            public void onEvent(RunEvent event) {
                                events.add(event);
                            }

                            @Override
                            public boolean wantsImages() {
                                return false;
                            }
                        },
                        tensors.operators(),
                        tensors.manager());

        assertThat(states(0)).containsExactly(ColumnState.WAITING, ColumnState.RUNNING, ColumnState.FINISHED);
    }

    @Test
    void aTeacherOfOtherImagesIsRefusedInWords() {
        NetworkConfig config =
                new NetworkConfig("convnet", 4, NetworkConfig.Stem.SMALL, 3, TinyWorld.CLASSES, TinyWorld.SIZE);
        Network network = new NetworkCatalog().build(config, tensors.manager(), DataType.FLOAT32, 1);

        assertThatThrownBy(() -> new SynthesisInputs(network, TinyWorld.NORMALIZATION, TinyWorld.dataset()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 channel(s)")
                .hasMessageContaining("tiny have 1");
    }

    private boolean run(SynthesisConfig config) throws Exception {
        return run(TinyWorld.experiment(config), event -> {});
    }

    private boolean run(Experiment experiment, Consumer<RunEvent> also) throws Exception {
        return run(experiment, new LiveTuning(experiment.synthesis()), also);
    }

    private boolean run(Experiment experiment, LiveTuning live, Consumer<RunEvent> also) throws Exception {
        return new SynthesisStage()
                .run(
                        experiment,
                        TinyWorld.inputs(tensors.manager()),
                        live,
                        control,
                        event -> {
                            events.add(event);
                            also.accept(event);
                        },
                        tensors.operators(),
                        tensors.manager());
    }

    private <E extends RunEvent> List<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private List<StepLoss> losses() {
        return all(RunEvent.LossMeasured.class).stream()
                .map(RunEvent.LossMeasured::loss)
                .toList();
    }

    private List<RunEvent.MetricPoint> points(Metric metric) {
        return all(RunEvent.MetricPoint.class).stream()
                .filter(point -> point.metric() == metric)
                .toList();
    }

    private List<ColumnState> states(int column) {
        return all(RunEvent.ImagesChanged.class).stream()
                .filter(changed -> changed.column() == column)
                .map(RunEvent.ImagesChanged::state)
                .toList();
    }

    private List<TuningChange> changes() {
        return all(RunEvent.TuningChanged.class).stream()
                .map(RunEvent.TuningChanged::change)
                .toList();
    }

    private List<ImageBatch> finished() {
        return all(RunEvent.ImagesChanged.class).stream()
                .filter(changed -> changed.state() == ColumnState.FINISHED)
                .sorted(Comparator.comparingInt(RunEvent.ImagesChanged::column))
                .map(RunEvent.ImagesChanged::images)
                .toList();
    }
}
