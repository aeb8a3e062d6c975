package org.dwastudio.engine.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.config.synthesis.Repulsion;
import org.dwastudio.config.synthesis.SynthesisOptimizer;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.event.RunEvent;
import org.dwastudio.run.RunFiles;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.request.SynthesisOutcome;
import org.dwastudio.stage.request.SynthesisRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of columns that advance at the same time, each with one processor thread. */
@Timeout(120)
class ParallelSynthesisTest {
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
    @CsvSource({"COLUMN_BY_COLUMN, 2", "COLUMN_BY_COLUMN, 3", "ALL_AT_ONCE, 2", "ALL_AT_ONCE, 8"})
    void aColumnHasTheSamePixelsHoweverManyAdvanceTogether(Execution.Order order, int columns) throws Exception {
        Experiment plain = synthesis.experiment(order).withTuning(List.of());
        synthesis.start(parallel(plain, 1), folder.resolve("one"), event -> {});
        synthesis.start(parallel(plain, columns), folder.resolve("several"), event -> {});

        assertThat(pixels("several")).hasSize(30).isEqualTo(pixels("one"));
        assertThat(rowsOfColumns("several")).containsExactlyInAnyOrderElementsOf(rowsOfColumns("one"));
    }

    @ParameterizedTest
    @CsvSource({"COLUMN_BY_COLUMN, 1", "COLUMN_BY_COLUMN, 3", "ALL_AT_ONCE, 1.2"})
    void orthogonalColumnsHaveTheSamePixelsHoweverManyAdvanceTogether(Execution.Order order, double factor)
            throws Exception {
        Experiment plain = synthesis.orthogonal(order, factor).withTuning(List.of());
        synthesis.start(parallel(plain, 1), folder.resolve("one"), event -> {});
        synthesis.start(parallel(plain, 3), folder.resolve("several"), event -> {});

        assertThat(pixels("several")).hasSize(30).isEqualTo(pixels("one"));
        assertThat(rowsOfColumns("several")).containsExactlyInAnyOrderElementsOf(rowsOfColumns("one"));
        assertThat(Files.readString(folder.resolve("one/metrics.csv")).contains("synthesis,rho,"))
                .isEqualTo(factor > 1);
    }

    @Test
    void repelledColumnsRunOneByOneWhateverTheNumber() throws Exception {
        Experiment plain =
                synthesis.experiment(Execution.Order.COLUMN_BY_COLUMN).withTuning(List.of());
        Experiment repelled =
                plain.withSynthesis(plain.synthesis().withRepulsion(repulsion -> repulsion.withWeight(20)));
        synthesis.start(parallel(repelled, 1), folder.resolve("one"), event -> {});
        synthesis.start(parallel(repelled, 3), folder.resolve("several"), event -> {});

        assertThat(RunFiles.of(folder.resolve("several"))).isEqualTo(RunFiles.of(folder.resolve("one")));
        assertThat(ExperimentReader.read(folder.resolve("several/experiment.yaml"))
                        .synthesis()
                        .execution()
                        .parallelColumns())
                .hasValue(1);
    }

    @Test
    void aRepulsionThatBeginsDuringARunIsReplayed() throws Exception {
        Experiment plain =
                parallel(synthesis.experiment(Execution.Order.COLUMN_BY_COLUMN).withTuning(List.of()), 2);
        Experiment five = plain.withSynthesis(plain.synthesis().withImagesPerClass(5));
        Path tuned = folder.resolve("tuned");
        CompletableFuture<StageRun<SynthesisOutcome>> started = new CompletableFuture<>();
        started.complete(scope.engine().start(SynthesisRequest.fresh(five, tuned), event -> {
            if (event instanceof RunEvent.Progress progress && progress.step() == 8) {
                started.join().tuning().orElseThrow().request(Repulsion.WEIGHT, 20);
            }
        }));
        started.join().outcome().get();
        Experiment recorded = ExperimentReader.read(tuned.resolve("experiment.yaml"));

        synthesis.start(recorded, folder.resolve("replayed"), event -> {});

        assertThat(recorded.tuning()).containsExactly(new TuningChange(2, 0, Repulsion.WEIGHT, 0, 20));
        assertThat(Files.readAllLines(tuned.resolve("metrics.csv")))
                .filteredOn(row -> row.startsWith("synthesis,feature_repulsion,"))
                .extracting(row -> row.split(",", -1)[2])
                .containsOnly("3", "4");
        assertThat(RunFiles.of(folder.resolve("replayed"))).isEqualTo(RunFiles.of(tuned));
    }

    @Test
    void aGroupOfColumnsAdvancesTogetherBeforeTheNextBegins() throws Exception {
        synthesis.start(
                parallel(synthesis.experiment(Execution.Order.COLUMN_BY_COLUMN).withTuning(List.of()), 2),
                folder.resolve("run"),
                event -> {});

        assertThat(Files.readAllLines(folder.resolve("run/metrics.csv")))
                .filteredOn(row -> row.startsWith("synthesis,total_loss,"))
                .extracting(row -> row.substring("synthesis,total_loss,".length(), row.lastIndexOf(',')))
                .startsWith("0,0,0", "1,0,1", "0,1,2", "1,1,3")
                .endsWith(
                        "1,11,23", "2,0,24", "2,1,25", "2,2,26", "2,3,27", "2,4,28", "2,5,29", "2,6,30", "2,7,31",
                        "2,8,32", "2,9,33", "2,10,34", "2,11,35");
    }

    @Test
    void whatAKillLeavesResumesToTheSameFiles() throws Exception {
        Experiment experiment = parallel(synthesis.experiment(Execution.Order.COLUMN_BY_COLUMN), 2);
        Path whole = folder.resolve("whole");
        Set<Long> moments = Set.of(2L, 12L, 16L, 24L, 25L, 35L);
        synthesis.start(experiment, whole, event -> {
            if (event instanceof RunEvent.Progress progress && moments.contains(progress.step())) {
                RunFiles.copy(whole, folder.resolve("killed-" + progress.step()));
            }
        });

        for (long moment : moments) {
            Path killed = folder.resolve("killed-" + moment);
            assertThat(synthesis.resume(killed, event -> {}).cancelled()).isFalse();
            assertThat(RunFiles.of(killed)).as("killed after step " + moment).isEqualTo(RunFiles.of(whole));
        }
    }

    @Test
    void aChangeByHandIsReplayed() throws Exception {
        Experiment plain =
                parallel(synthesis.experiment(Execution.Order.COLUMN_BY_COLUMN).withTuning(List.of()), 2);
        Path tuned = folder.resolve("tuned");
        CompletableFuture<StageRun<SynthesisOutcome>> started = new CompletableFuture<>();
        started.complete(scope.engine().start(SynthesisRequest.fresh(plain, tuned), event -> {
            if (event instanceof RunEvent.Progress progress && progress.step() == 8) {
                started.join().tuning().orElseThrow().request(SynthesisOptimizer.LEARNING_RATE, 0.05);
            }
        }));
        started.join().outcome().get();
        Experiment recorded = ExperimentReader.read(tuned.resolve("experiment.yaml"));

        synthesis.start(recorded, folder.resolve("replayed"), event -> {});

        assertThat(recorded.tuning()).hasSize(1).allSatisfy(change -> {
            assertThat(change.column()).isZero();
            assertThat(change.iteration()).isEqualTo(4);
        });
        assertThat(RunFiles.of(folder.resolve("replayed"))).isEqualTo(RunFiles.of(tuned));
    }

    @Test
    void theMeasuredNumberIsRecorded() throws Exception {
        Experiment experiment =
                synthesis.experiment(Execution.Order.COLUMN_BY_COLUMN).withTuning(List.of());

        synthesis.start(experiment, folder.resolve("run"), event -> {});

        assertThat(experiment.synthesis().execution().parallelColumns()).isEmpty();
        OptionalInt recorded = ExperimentReader.read(folder.resolve("run/experiment.yaml"))
                .synthesis()
                .execution()
                .parallelColumns();
        assertThat(recorded.orElseThrow()).isBetween(1, 3);
    }

    private static Experiment parallel(Experiment experiment, int columns) {
        return experiment.withSynthesis(experiment.synthesis().withParallelColumns(OptionalInt.of(columns)));
    }

    private Map<String, List<Integer>> pixels(String run) throws Exception {
        Path images = folder.resolve(run).resolve("images");
        Map<String, List<Integer>> pixels = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(images)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                int[] values = ImageIO.read(file.toFile()).getData().getPixels(0, 0, 8, 8, (int[]) null);
                pixels.put(
                        images.relativize(file).toString(),
                        Arrays.stream(values).boxed().toList());
            }
        }
        return pixels;
    }

    /** Returns measurements without the number of the step in the whole run, and without the diversity of the grid. */
    private List<String> rowsOfColumns(String run) throws Exception {
        return Files.readAllLines(folder.resolve(run).resolve("metrics.csv")).stream()
                .filter(row -> row.contains("loss") || row.contains("teacher_cross_entropy") || row.contains("rho"))
                .map(row -> row.replaceFirst("^(\\w+,\\w+,\\d+,\\d+),\\d+,", "$1,"))
                .toList();
    }
}
