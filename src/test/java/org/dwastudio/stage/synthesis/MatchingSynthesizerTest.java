package org.dwastudio.stage.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.dwastudio.config.StageName;
import org.dwastudio.config.synthesis.Matching;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.LossPart;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.nn.TensorScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MatchingSynthesizerTest {
    private static final SynthesisConfig CONFIG = TinyWorld.CONFIG.withMatching(matching ->
            matching.withMethod(Matching.Method.DISTRIBUTION_MATCHING).withWidth(4));

    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private final RecordedStage stage = new RecordedStage(tensors);

    @Test
    void allColumnsAdvanceTogetherAndEveryStepIsReportedOnce() throws Exception {
        assertThat(stage.run(CONFIG)).isFalse();

        assertThat(stage.all(RunEvent.LossMeasured.class))
                .extracting(measured -> measured.column() + ":" + measured.iteration() + ":" + measured.step())
                .containsExactly("0:0:0", "0:1:1", "0:2:2", "0:3:3");
        assertThat(stage.all(RunEvent.Progress.class))
                .last()
                .isEqualTo(new RunEvent.Progress(StageName.SYNTHESIS, 1, 4, 4, 2, 4, 4));
        for (int column = 0; column < 2; column++) {
            assertThat(stage.states(column))
                    .containsExactly(
                            ColumnState.RUNNING,
                            ColumnState.RUNNING,
                            ColumnState.RUNNING,
                            ColumnState.RUNNING,
                            ColumnState.FINISHED);
        }
        assertThat(stage.events().get(0)).isInstanceOf(RunEvent.StageStarted.class);
        assertThat(stage.events().get(stage.events().size() - 1)).isInstanceOf(RunEvent.StageFinished.class);
    }

    @Test
    void theLossHasATotalOnly() throws Exception {
        stage.run(CONFIG);

        assertThat(stage.losses()).hasSize(4).allSatisfy(loss -> {
            assertThat(loss.total()).isPositive();
            assertThat(List.of(LossPart.values()).stream().filter(part -> part.isIn(loss)))
                    .containsExactly(LossPart.TOTAL);
        });
        assertThat(stage.points(Metric.LEARNING_RATE))
                .extracting(point -> point.value())
                .containsOnly(1.0);
        assertThat(stage.points(Metric.DISPLACEMENT)).isEmpty();
    }

    @Test
    void theDiversityIsReportedOncePerMeasurement() throws Exception {
        stage.run(CONFIG.withIterations(12));

        assertThat(stage.points(Metric.VENDI_SCORE))
                .extracting(RunEvent.MetricPoint::iteration)
                .containsExactly(10, 12);
        assertThat(stage.points(Metric.REAL_VENDI_SCORE)).hasSize(1);
    }

    @Test
    void slicesOfTheClassesHaveTheImagesOfTheWhole() throws Exception {
        stage.run(CONFIG);
        List<ImageBatch> whole = stage.finished();
        assertThat(whole).hasSize(2);
        stage.events().clear();

        stage.run(CONFIG.withBatchSize(1));

        List<ImageBatch> slices = stage.finished();
        assertThat(slices).hasSize(2 * TinyWorld.CLASSES);
        int size = TinyWorld.SIZE * TinyWorld.SIZE;
        for (int label = 0; label < TinyWorld.CLASSES; label++) {
            for (int column = 0; column < 2; column++) {
                assertThat(slices.get(column * TinyWorld.CLASSES + label).bytes())
                        .isEqualTo(Arrays.copyOfRange(whole.get(column).bytes(), label * size, (label + 1) * size));
            }
        }
        assertThat(stage.all(RunEvent.Progress.class))
                .last()
                .isEqualTo(new RunEvent.Progress(StageName.SYNTHESIS, 1, 12, 12, 2, 12, 12));
    }

    @Test
    void settingsOfTheTeacherHaveNoEffect() throws Exception {
        stage.run(CONFIG);
        List<ImageBatch> images = stage.finished();
        stage.events().clear();

        stage.run(CONFIG.withAdjustment(adjustment -> adjustment.withRho(0.5))
                .withAlignment(alignment -> alignment.withBatchNormWeight(5))
                .withOptimizer(optimizer -> optimizer.withLearningRate(3)));

        assertThat(stage.finished()).usingRecursiveComparison().isEqualTo(images);
    }
}
