package org.dwastudio.engine.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.RunEvent;
import org.dwastudio.run.RunFiles;
import org.dwastudio.run.history.LoadedRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A synthesis that was ended in the middle and resumed gives the result of one that was not. */
@Timeout(120)
class ResumedSynthesisTest {
    private static final int STEPS = 3 * 2 * 6;

    @TempDir
    private Path folder;

    @RegisterExtension
    private final EngineScope scope = EngineScope.withCheckpointAtEveryStep();

    private SmallSynthesis synthesis;

    @BeforeEach
    void trainATeacher() throws Exception {
        synthesis = new SmallSynthesis(scope, folder);
    }

    @ParameterizedTest
    @EnumSource(Execution.Order.class)
    void whatAKillLeavesAtAnyStepResumesToTheSameFiles(Execution.Order order) throws Exception {
        Path whole = folder.resolve("whole");
        Set<Long> moments = Set.of(1L, 6L, 7L, 13L, 35L);
        startAndCopy(synthesis.experiment(order), whole, moments);

        assertThat(whole.resolve("synthesis-checkpoints")).doesNotExist();
        assertThat(Files.readString(whole.resolve("metrics.csv"))).contains("vendi_score", "real_vendi_score");
        for (long moment : moments) {
            Path killed = folder.resolve("killed-" + moment);
            assertThat(synthesis.resume(killed, event -> {}).cancelled()).isFalse();
            assertThat(RunFiles.of(killed)).as("killed after step " + moment).isEqualTo(RunFiles.of(whole));
            assertThat(killed.resolve("run.log"))
                    .content()
                    .contains(moment == 1 ? "resumed from the beginning" : "resumed after step " + (moment - 1))
                    .endsWith("synthesis finished\n");
        }
    }

    @Test
    void inHalfPrecisionTheLossScaleResumesToo() throws Exception {
        Experiment plain = synthesis.experiment(Execution.Order.ALL_AT_ONCE);
        Experiment experiment = plain.withSynthesis(plain.synthesis()
                .withExecution(execution -> execution.withPrecision(Execution.Precision.HALF))
                .withAlignment(alignment -> alignment.withBatchNormWeight(10).withVarianceWeight(100)));
        Path whole = folder.resolve("whole");
        Set<Long> moments = Set.of(7L, 13L, 20L);
        startAndCopy(experiment, whole, moments);

        assertThat(Files.readString(whole.resolve("metrics.csv")))
                .contains("synthesis,loss_scale,0,0,0,65536.0", "synthesis,skipped_steps,0,0,0,1.0")
                .contains("synthesis,loss_scale,0,1,1,32768.0");
        for (long moment : moments) {
            Path killed = folder.resolve("killed-" + moment);
            synthesis.resume(killed, event -> {});
            assertThat(RunFiles.of(killed)).as("killed after step " + moment).isEqualTo(RunFiles.of(whole));
        }
    }

    @ParameterizedTest
    @EnumSource(Execution.Order.class)
    void studentsOfAFeatureRegressionResumeToo(Execution.Order order) throws Exception {
        Experiment plain = synthesis.experiment(order);
        Experiment experiment = plain.withSynthesis(plain.synthesis().withRegression(regression -> regression
                .withWeight(10)
                .withStudents(2)
                .withStudentSteps(3)
                .withStudentWidth(4)
                .withImages(3)));
        Path whole = folder.resolve("whole");
        Set<Long> moments = Set.of(1L, 4L, 20L);
        startAndCopy(experiment, whole, moments);

        assertThat(Files.readString(whole.resolve("metrics.csv"))).contains("synthesis,feature_regression,0,0,0,");
        for (long moment : moments) {
            Path killed = folder.resolve("killed-" + moment);
            synthesis.resume(killed, event -> {});
            assertThat(RunFiles.of(killed)).as("killed after step " + moment).isEqualTo(RunFiles.of(whole));
        }
    }

    @ParameterizedTest
    @EnumSource(Execution.Order.class)
    void orthogonalDirectionsAndFoundRadiiAreComputedAgain(Execution.Order order) throws Exception {
        Path whole = folder.resolve("whole");
        Set<Long> moments = Set.of(1L, 8L, 20L, 35L);
        startAndCopy(synthesis.orthogonal(order, 1.1), whole, moments);

        assertThat(Files.readAllLines(whole.resolve("metrics.csv")))
                .filteredOn(row -> row.startsWith("synthesis,rho,"))
                .hasSize(3 * 2);
        for (long moment : moments) {
            Path killed = folder.resolve("killed-" + moment);
            synthesis.resume(killed, event -> {});
            assertThat(RunFiles.of(killed)).as("killed after step " + moment).isEqualTo(RunFiles.of(whole));
        }
    }

    @Test
    void aDistributionMatchingResumesToTheSameFilesToo() throws Exception {
        Path whole = folder.resolve("whole");
        Set<Long> moments = Set.of(1L, 5L, 6L, 7L, 11L);
        startAndCopy(synthesis.matching(), whole, moments);

        assertThat(Files.readAllLines(whole.resolve("metrics.csv")))
                .filteredOn(row -> row.startsWith("synthesis,distribution_matching,0,"))
                .hasSize(2 * 6);
        assertThat(Files.readString(whole.resolve("metrics.csv")))
                .contains("synthesis,learning_rate,0,0,0,1.0", "synthesis,learning_rate,0,1,1,0.5")
                .contains("vendi_score", "real_vendi_score")
                .doesNotContain("cross_entropy", "batch_norm");
        for (long moment : moments) {
            Path killed = folder.resolve("killed-" + moment);
            assertThat(synthesis.resume(killed, event -> {}).cancelled()).isFalse();
            assertThat(RunFiles.of(killed)).as("killed after step " + moment).isEqualTo(RunFiles.of(whole));
        }
    }

    @Test
    void finishedColumnsRepelAResumedOneToo() throws Exception {
        Experiment plain = synthesis.experiment(Execution.Order.COLUMN_BY_COLUMN);
        Experiment experiment =
                plain.withSynthesis(plain.synthesis().withRepulsion(repulsion -> repulsion.withWeight(20)));
        Path whole = folder.resolve("whole");
        Set<Long> moments = Set.of(1L, 12L, 14L, 20L, 24L, 35L);
        startAndCopy(experiment, whole, moments);

        assertThat(Files.readString(whole.resolve("metrics.csv")))
                .contains("synthesis,feature_repulsion,1,0,12,", "synthesis,feature_repulsion,2,11,35,")
                .doesNotContain("synthesis,feature_repulsion,0,");
        for (long moment : moments) {
            Path killed = folder.resolve("killed-" + moment);
            synthesis.resume(killed, event -> {});
            assertThat(RunFiles.of(killed)).as("killed after step " + moment).isEqualTo(RunFiles.of(whole));
        }
    }

    @Test
    void aStoppedDistributionMatchingReportsItsPastAgain() throws Exception {
        synthesis.start(synthesis.matching(), folder.resolve("whole"), event -> {});
        Path stopped = folder.resolve("stopped");
        synthesis.stopAfter(8, synthesis.matching(), stopped);
        assertThat(LoadedRun.read(stopped).events())
                .filteredOn(RunEvent.StageStarted.class::isInstance)
                .extracting(event -> ((RunEvent.StageStarted) event).totalSteps())
                .containsExactly(2 * 6L);

        List<RunEvent> reported = new ArrayList<>();
        synthesis.resume(stopped, reported::add);

        assertThat(RunFiles.of(stopped)).isEqualTo(RunFiles.of(folder.resolve("whole")));
        assertThat(reported)
                .filteredOn(RunEvent.LossMeasured.class::isInstance)
                .extracting(event -> ((RunEvent.LossMeasured) event).step())
                .hasSize(2 * 6)
                .isSorted();
        assertThat(reported)
                .filteredOn(event ->
                        event instanceof RunEvent.ImagesChanged changed && changed.state() == ColumnState.FINISHED)
                .hasSize(3 * 2);
        assertThat(reported)
                .filteredOn(RunEvent.TuningChanged.class::isInstance)
                .hasSize(2);
    }

    @Test
    void aRunWithoutStepsResumesToo() throws Exception {
        Experiment plain = synthesis.experiment(Execution.Order.COLUMN_BY_COLUMN);
        Experiment experiment =
                plain.withSynthesis(plain.synthesis().withIterations(0)).withTuning(List.of());
        Path whole = folder.resolve("whole");
        AtomicInteger batches = new AtomicInteger();
        synthesis.start(experiment, whole, event -> {
            if (event instanceof RunEvent.Progress && List.of(1, 4).contains(batches.incrementAndGet())) {
                RunFiles.copy(whole, folder.resolve("killed-" + batches.get()));
            }
        });

        assertThat(batches).hasValue(3 * 2);
        for (int moment : List.of(1, 4)) {
            Path killed = folder.resolve("killed-" + moment);
            assertThat(synthesis.resume(killed, event -> {}).cancelled()).isFalse();
            assertThat(RunFiles.of(killed)).as("killed after batch " + moment).isEqualTo(RunFiles.of(whole));
        }
        assertThat(LoadedRun.read(whole).events())
                .contains(new RunEvent.Progress(StageName.SYNTHESIS, 2, 0, 0, 3, 0, 0));
    }

    /** Leaves a copy of the run folder as it is after each of the steps, as a kill would. */
    private void startAndCopy(Experiment experiment, Path whole, Set<Long> moments) throws Exception {
        synthesis.start(experiment, whole, event -> {
            if (event instanceof RunEvent.Progress progress && moments.contains(progress.step())) {
                RunFiles.copy(whole, folder.resolve("killed-" + progress.step()));
            }
        });
    }

    @Test
    void aStoppedRunResumesToTheSameFilesAndReportsItsPastAgain() throws Exception {
        Experiment experiment = synthesis.experiment(Execution.Order.COLUMN_BY_COLUMN);
        synthesis.start(experiment, folder.resolve("whole"), event -> {});
        Path stopped = folder.resolve("stopped");
        synthesis.stopAfter(20, experiment, stopped);

        List<RunEvent> reported = new ArrayList<>();
        synthesis.resume(stopped, reported::add);

        assertThat(RunFiles.of(stopped)).isEqualTo(RunFiles.of(folder.resolve("whole")));
        assertThat(reported)
                .filteredOn(RunEvent.LossMeasured.class::isInstance)
                .extracting(event -> ((RunEvent.LossMeasured) event).step())
                .hasSize(STEPS)
                .isSorted();
        assertThat(reported)
                .filteredOn(event ->
                        event instanceof RunEvent.ImagesChanged changed && changed.state() == ColumnState.FINISHED)
                .hasSize(3 * 2);
        assertThat(reported)
                .filteredOn(RunEvent.TuningChanged.class::isInstance)
                .extracting(event -> ((RunEvent.TuningChanged) event).change())
                .isEqualTo(experiment.tuning());
        assertThat(reported.get(0)).isInstanceOf(RunEvent.StageStarted.class);
    }
}
