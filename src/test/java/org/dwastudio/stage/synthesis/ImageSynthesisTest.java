package org.dwastudio.stage.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import java.util.List;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.stage.LiveTuning;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageSynthesisTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private final RecordedStage stage = new RecordedStage(tensors);

    @Test
    void columnsRunOneByOneAndEveryStepIsReported() throws Exception {
        assertThat(stage.run(TinyWorld.CONFIG)).isFalse();

        assertThat(stage.all(RunEvent.LossMeasured.class))
                .extracting(measured -> measured.column() + ":" + measured.iteration())
                .containsExactly("0:0", "0:1", "0:2", "0:3", "1:0", "1:1", "1:2", "1:3");
        assertThat(stage.all(RunEvent.Progress.class))
                .last()
                .isEqualTo(new RunEvent.Progress(StageName.SYNTHESIS, 1, 4, 4, 2, 8, 8));
        assertThat(stage.states(0))
                .containsExactly(
                        ColumnState.WAITING,
                        ColumnState.RUNNING,
                        ColumnState.RUNNING,
                        ColumnState.RUNNING,
                        ColumnState.RUNNING,
                        ColumnState.FINISHED);
        assertThat(stage.events().get(0)).isInstanceOf(RunEvent.StageStarted.class);
        assertThat(stage.events().get(stage.events().size() - 1)).isInstanceOf(RunEvent.StageFinished.class);
    }

    @Test
    void theTotalIsCrossEntropyPlusWeightedBatchNormLoss() throws Exception {
        stage.run(TinyWorld.CONFIG);

        assertThat(stage.losses()).hasSize(8).allSatisfy(loss -> {
            assertThat(loss.batchNormWeight()).isEqualTo(0.01);
            assertThat(loss.total())
                    .isEqualTo(loss.crossEntropy() + 0.01 * (loss.batchNormMean() + loss.batchNormVariance()));
        });
        assertThat(stage.points(Metric.LEARNING_RATE).get(0).value()).isEqualTo(0.25);
    }

    @Test
    void aFeatureRegressionCountsInTheTotalAndChangesTheImages() throws Exception {
        stage.run(TinyWorld.CONFIG);
        List<ImageBatch> without = stage.finished();
        assertThat(stage.losses()).allMatch(loss -> loss.featureRegression() == 0);
        stage.events().clear();

        stage.run(TinyWorld.CONFIG.withRegression(
                regression -> regression.withWeight(100).withStudentSteps(2)));

        assertThat(stage.losses()).hasSize(8).allSatisfy(loss -> {
            assertThat(loss.featureRegression()).isPositive();
            assertThat(loss.total())
                    .isEqualTo(loss.crossEntropy()
                            + 0.01 * (loss.batchNormMean() + loss.batchNormVariance())
                            + loss.featureRegression());
        });
        assertThat(stage.finished()).hasSize(2).usingRecursiveComparison().isNotEqualTo(without);
    }

    @Test
    void aRepulsionCountsInTheTotalFromTheSecondColumnOnAndChangesItsImages() throws Exception {
        SynthesisConfig three = TinyWorld.CONFIG.withImagesPerClass(3);
        stage.run(three);
        List<ImageBatch> without = stage.finished();
        stage.events().clear();

        stage.run(three.withRepulsion(repulsion -> repulsion.withWeight(50)));

        assertThat(stage.losses()).hasSize(12);
        assertThat(stage.losses().subList(0, 4)).allMatch(loss -> loss.featureRepulsion() == 0);
        assertThat(stage.losses().subList(4, 12)).allSatisfy(loss -> {
            assertThat(loss.featureRepulsion()).isBetween(0.0, 50.0).isPositive();
            assertThat(loss.total())
                    .isEqualTo(loss.crossEntropy()
                            + 0.01 * (loss.batchNormMean() + loss.batchNormVariance())
                            + loss.featureRepulsion());
        });
        assertThat(stage.finished().get(0).bytes()).isEqualTo(without.get(0).bytes());
        assertThat(stage.finished().get(1).bytes()).isNotEqualTo(without.get(1).bytes());
        assertThat(stage.finished().get(2).bytes()).isNotEqualTo(without.get(2).bytes());
    }

    @ParameterizedTest
    @EnumSource(Execution.Order.class)
    void withoutIterationsTheStartImagesAreTheResult(Execution.Order order) throws Exception {
        stage.run(TinyWorld.CONFIG
                .withIterations(0)
                .withBatchSize(2)
                .withExecution(execution -> execution.withOrder(order)));

        assertThat(stage.losses()).isEmpty();
        assertThat(stage.points(Metric.DISPLACEMENT)).isEmpty();
        assertThat(stage.points(Metric.VENDI_SCORE)).isNotEmpty();
        assertThat(stage.points(Metric.REAL_VENDI_SCORE)).hasSize(1);
        assertThat(stage.all(RunEvent.Progress.class))
                .hasSize(4)
                .last()
                .isEqualTo(new RunEvent.Progress(StageName.SYNTHESIS, 1, 0, 0, 2, 0, 0));
        List<RunEvent.ImagesChanged> shown = stage.all(RunEvent.ImagesChanged.class);
        assertThat(shown)
                .filteredOn(changed -> changed.state() == ColumnState.FINISHED)
                .hasSize(4);
        for (RunEvent.ImagesChanged finished : shown) {
            assertThat(shown)
                    .filteredOn(changed ->
                            changed.column() == finished.column() && changed.firstClass() == finished.firstClass())
                    .extracting(RunEvent.ImagesChanged::state)
                    .containsExactly(ColumnState.WAITING, ColumnState.FINISHED);
            assertThat(shown)
                    .filteredOn(changed ->
                            changed.column() == finished.column() && changed.firstClass() == finished.firstClass())
                    .extracting(changed -> changed.images().bytes())
                    .allSatisfy(bytes ->
                            assertThat(bytes).isEqualTo(finished.images().bytes()));
        }
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

        new ImageSynthesis(tensors.operators(), tensors.manager())
                .run(
                        TinyWorld.experiment(config),
                        inputs,
                        new LiveTuning(config),
                        stage.control(),
                        stage.events()::add);

        assertThat(stage.losses())
                .hasSize(8)
                .allMatch(loss -> loss.featureRegression() > 0 && Double.isFinite(loss.featureRegression()));
        assertThat(stage.finished()).hasSize(2);
    }

    @Test
    void allAtOnceTheColumnsTakeTurnsAndEndInTheSameImages() throws Exception {
        stage.run(TinyWorld.CONFIG);
        List<ImageBatch> oneByOne = stage.finished();
        stage.events().clear();

        stage.run(TinyWorld.CONFIG.withExecution(execution -> execution.withOrder(Execution.Order.ALL_AT_ONCE)));

        assertThat(stage.all(RunEvent.LossMeasured.class))
                .extracting(measured -> measured.column() + ":" + measured.iteration())
                .containsExactly("0:0", "1:0", "0:1", "1:1", "0:2", "1:2", "0:3", "1:3");
        assertThat(stage.finished()).usingRecursiveComparison().isEqualTo(oneByOne);
    }

    @Test
    void theSameSeedGivesTheSameImagesAndAnotherOthers() throws Exception {
        stage.run(TinyWorld.CONFIG);
        List<ImageBatch> first = stage.finished();
        stage.events().clear();
        stage.run(TinyWorld.CONFIG);
        assertThat(stage.finished()).usingRecursiveComparison().isEqualTo(first);
        stage.events().clear();

        stage.run(TinyWorld.experiment(TinyWorld.CONFIG).withSeed(43), event -> {});

        assertThat(stage.finished().get(0).bytes()).isNotEqualTo(first.get(0).bytes());
    }

    @Test
    void aColumnIsCutIntoSlicesOfTheBatchSize() throws Exception {
        stage.run(TinyWorld.CONFIG.withBatchSize(2).withImagesPerClass(1));

        assertThat(stage.all(RunEvent.ImagesChanged.class).stream()
                        .filter(changed -> changed.state() == ColumnState.FINISHED))
                .extracting(
                        changed -> changed.firstClass() + "+" + changed.images().count())
                .containsExactly("0+2", "2+1");
        assertThat(stage.all(RunEvent.LossMeasured.class))
                .extracting(RunEvent.LossMeasured::iteration)
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(stage.all(RunEvent.Progress.class))
                .last()
                .extracting(RunEvent.Progress::totalSteps)
                .isEqualTo(8L);
    }

    @Test
    void diversityIsMeasuredNextToThatOfRandomRealImages() throws Exception {
        stage.run(TinyWorld.CONFIG.withIterations(20));

        assertThat(stage.points(Metric.VENDI_SCORE))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(point -> assertThat(point.value()).isBetween(1.0, 2.0));
        assertThat(stage.points(Metric.REAL_VENDI_SCORE)).hasSize(1).allSatisfy(point -> assertThat(point.value())
                .isBetween(1.0, 2.0));
        assertThat(stage.points(Metric.EFFECTIVE_RANK))
                .hasSameSizeAs(stage.points(Metric.VENDI_SCORE))
                .allSatisfy(point -> assertThat(point.value()).isBetween(1.0, 2.0));
        assertThat(stage.points(Metric.REAL_EFFECTIVE_RANK)).hasSize(1).allSatisfy(point -> assertThat(point.value())
                .isBetween(1.0, 2.0));
        assertThat(stage.points(Metric.WITHIN_CLASS_COSINE)).last().satisfies(point -> assertThat(point.iteration())
                .isEqualTo(20));
        assertThat(stage.points(Metric.REAL_WITHIN_CLASS_COSINE))
                .hasSize(1)
                .allSatisfy(point -> assertThat(point.value()).isBetween(-1.0, 1.0));
    }

    @Test
    void diversityCountsOnlyColumnsThatHaveBegun() throws Exception {
        stage.run(TinyWorld.CONFIG.withImagesPerClass(3).withIterations(20));

        assertThat(stage.points(Metric.VENDI_SCORE))
                .extracting(RunEvent.MetricPoint::unit)
                .containsExactly(0, 0, 1, 1, 2, 2);
        assertThat(stage.points(Metric.VENDI_SCORE))
                .allSatisfy(point -> assertThat(point.value()).isBetween(1 - 1e-6, point.unit() + 1.0));
        assertThat(stage.points(Metric.WITHIN_CLASS_COSINE))
                .extracting(RunEvent.MetricPoint::unit)
                .containsExactly(1, 1, 2, 2);
    }

    @Test
    void aSingleColumnHasNoCosine() throws Exception {
        stage.run(TinyWorld.CONFIG.withImagesPerClass(1).withIterations(20));

        assertThat(stage.points(Metric.WITHIN_CLASS_COSINE)).isEmpty();
        assertThat(stage.points(Metric.VENDI_SCORE)).isNotEmpty().allSatisfy(point -> assertThat(point.value())
                .isCloseTo(1.0, within(1e-6)));
    }

    @Test
    void imagesOfRunningColumnsAreCopiedOnlyWhenTheyAreShown() throws Exception {
        Experiment experiment = TinyWorld.experiment(TinyWorld.CONFIG.withImagesPerClass(1));
        new ImageSynthesis(tensors.operators(), tensors.manager())
                .run(
                        experiment,
                        TinyWorld.inputs(tensors.manager()),
                        new LiveTuning(experiment.synthesis()),
                        stage.control(),
                        new RunListener() {
                            @Override
                            public void onEvent(RunEvent event) {
                                stage.events().add(event);
                            }

                            @Override
                            public boolean wantsImages() {
                                return false;
                            }
                        });

        assertThat(stage.states(0)).containsExactly(ColumnState.WAITING, ColumnState.RUNNING, ColumnState.FINISHED);
    }

    @Test
    void aTeacherOfOtherImagesIsRefusedWithAMessage() {
        NetworkConfig config =
                new NetworkConfig("convnet", 4, NetworkConfig.Stem.SMALL, 3, TinyWorld.CLASSES, TinyWorld.SIZE);
        Network network = new NetworkCatalog().build(config, tensors.manager(), DataType.FLOAT32, 1);

        assertThatThrownBy(() -> new SynthesisInputs(network, TinyWorld.NORMALIZATION, TinyWorld.dataset()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 channels")
                .hasMessageContaining("tiny have 1");
    }
}
