package org.dwastudio.engine.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.run.RunFiles;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.request.EvaluationOutcome;
import org.dwastudio.stage.request.EvaluationRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of students that train at the same time, each with one processor thread: six students of twelve steps, measured twice. */
@Timeout(120)
class ParallelEvaluationTest {
    private static final int STUDENTS = 6;
    private static final int STEPS = 12;

    @TempDir
    private Path folder;

    @RegisterExtension
    private final EngineScope scope = EngineScope.withCheckpointAtEveryStep();

    private FaultyStages stages;

    @BeforeEach
    void distil() throws Exception {
        stages = new FaultyStages(scope, folder);
        stages.synthesize(folder.resolve("distilled/run"), event -> {});
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 8})
    void aStudentHasTheSameResultHoweverManyTrainAtTheSameTime(int students) throws Exception {
        evaluate("one", 1, event -> {});
        evaluate("several", students, event -> {});

        assertThat(results("several")).hasSize(STUDENTS).isEqualTo(results("one"));
        assertThat(FaultyStages.table(run("several"))).isEqualTo(FaultyStages.table(run("one")));
        assertThat(checkpoints("several")).doesNotExist();
    }

    @Test
    void studentsOneByOneReportEveryStepBeforeTheNextStudent() throws Exception {
        List<RunEvent> events = new ArrayList<>();
        evaluate("one", 1, events::add);

        assertThat(progress(events))
                .isEqualTo(IntStream.range(0, STUDENTS * STEPS)
                        .mapToObj(step -> List.of((long) step / STEPS, step % STEPS + 1L, step + 1L))
                        .toList());
        assertThat(metrics(events))
                .startsWith(
                        "training_loss 0,6,6",
                        "test_accuracy 0,6,6",
                        "training_loss 0,12,12",
                        "test_accuracy 0,12,12",
                        "training_loss 1,6,18")
                .hasSize(STUDENTS * 2 * 2);
    }

    @Test
    void studentsAtTheSameTimeReportEveryRoundInTheirOrder() throws Exception {
        List<RunEvent> events = new ArrayList<>();
        evaluate("two", 2, events::add);

        assertThat(progress(events))
                .isEqualTo(IntStream.range(0, STUDENTS * STEPS)
                        .mapToObj(step -> {
                            int pair = step / (2 * STEPS);
                            return List.of(2L * pair + step % 2, step / 2 % STEPS + 1L, step + 1L);
                        })
                        .toList());
        assertThat(metrics(events))
                .startsWith(
                        "training_loss 0,6,12",
                        "test_accuracy 0,6,12",
                        "training_loss 1,6,12",
                        "test_accuracy 1,6,12",
                        "training_loss 0,12,24");
    }

    @Test
    void whatAKillLeavesResumesToTheSameResults() throws Exception {
        Set<Long> moments = Set.of(1L, 2L, 11L, 18L, 36L, 37L, 38L, 71L);
        Path whole = run("whole");
        evaluate("whole", 3, event -> {
            if (event instanceof RunEvent.Progress progress && moments.contains(progress.step())) {
                RunFiles.copy(whole, run("killed-" + progress.step()));
            }
        });

        for (long moment : moments) {
            String killed = "killed-" + moment;
            List<RunEvent> events = new ArrayList<>();
            scope.run(request(run(killed), moment % 2 == 0 ? 3 : 2), events::add);
            assertThat(results(killed)).as(killed).isEqualTo(results("whole"));
            assertThat(progress(events))
                    .extracting(step -> step.get(2))
                    .isSorted()
                    .endsWith((long) STUDENTS * STEPS);
        }
    }

    @Test
    void aStopInATestLeavesAllStudentsBeforeTheStepThatWasTested() throws Exception {
        evaluate("whole", 2, event -> {});
        RunFiles.copy(folder.resolve("distilled/run"), run("stopped"));
        CompletableFuture<StageRun<EvaluationOutcome>> started = new CompletableFuture<>();
        List<RunEvent> events = new ArrayList<>();
        started.complete(scope.engine().start(request(run("stopped"), 2), event -> {
            events.add(event);
            if (event instanceof RunEvent.Progress progress && progress.step() == STEPS) {
                started.join().control().cancel();
            }
        }));

        assertThat(started.join().outcome().get().cancelled()).isTrue();
        assertThat(metrics(events)).isEmpty();
        assertThat(checkpoints("stopped").resolve("distilled-soft-0/step-000000005.safetensors"))
                .exists();
        assertThat(checkpoints("stopped").resolve("random-real-soft-0/step-000000005.safetensors"))
                .exists();
        assertThat(checkpoints("stopped").resolve("random-real-soft-0/step-000000006.safetensors"))
                .doesNotExist();

        scope.run(request(run("stopped"), 2), event -> {});
        assertThat(results("stopped")).isEqualTo(results("whole"));
    }

    @Test
    void theNumberIsRecordedOnlyWhereItWasGivenAndBothContinueWithTheSameResults() throws Exception {
        evaluate("run", 2, event -> {});
        Path evaluation = FaultyStages.child(run("run").resolve("evaluation"));
        assertThat(ExperimentReader.read(evaluation.resolve("experiment.yaml"))
                        .evaluation()
                        .parallelStudents())
                .hasValue(2);
        List<RunEvent> events = new ArrayList<>();

        scope.run(stages.evaluation(run("run"), recipe -> recipe), events::add);

        assertThat(progress(events)).isEmpty();
        assertThat(run("run").resolve("evaluation")).isDirectoryContaining(evaluation::equals);
        assertThat(evaluation.resolve("experiment.yaml")).content().doesNotContain("parallelStudents");
    }

    /** Evaluates a copy of the run; other folders, because students on real images are taken over from neighbors. */
    private void evaluate(String name, int students, RunListener listener) throws Exception {
        RunFiles.copy(folder.resolve("distilled/run"), run(name));
        scope.run(request(run(name), students), listener);
    }

    private EvaluationRequest request(Path run, int students) {
        return stages.evaluation(run, recipe -> recipe.withParallelStudents(OptionalInt.of(students)));
    }

    private Path run(String name) {
        return folder.resolve(name).resolve("run");
    }

    private Path checkpoints(String name) {
        return FaultyStages.child(run(name).resolve("evaluation")).resolve("checkpoints");
    }

    /** Returns the result files without the seconds, and without the checksum, which covers them. */
    private Map<String, String> results(String name) throws IOException {
        Path students = FaultyStages.child(run(name).resolve("evaluation")).resolve("students");
        Map<String, String> results = new TreeMap<>();
        try (Stream<Path> files = Files.list(students)) {
            for (Path file : files.toList()) {
                results.put(
                        file.getFileName().toString(),
                        Files.readString(file)
                                .replaceFirst("\"seconds\":[^,]*,", "")
                                .replaceFirst(",\"checksum\":\"[^\"]*\"", ""));
            }
        }
        return results;
    }

    /** Returns student, its steps and the steps of the stage. */
    private static List<List<Long>> progress(List<RunEvent> events) {
        return events.stream()
                .filter(RunEvent.Progress.class::isInstance)
                .map(RunEvent.Progress.class::cast)
                .map(progress -> List.of((long) progress.unit(), (long) progress.iteration(), progress.step()))
                .toList();
    }

    private static List<String> metrics(List<RunEvent> events) {
        return events.stream()
                .filter(RunEvent.MetricPoint.class::isInstance)
                .map(RunEvent.MetricPoint.class::cast)
                .map(point -> point.metric().key() + " " + point.unit() + "," + point.iteration() + "," + point.step())
                .toList();
    }
}
