package org.dwastudio.engine.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dwastudio.config.evaluation.StudentLabels.LabelKinds;
import org.dwastudio.config.evaluation.StudentLabels.SoftLabels;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.run.RunFiles;
import org.dwastudio.stage.evaluation.result.FairScore;
import org.dwastudio.stage.request.EvaluationOutcome;
import org.dwastudio.stage.request.EvaluationRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Tests of students without augmentation next to the six others, all of twelve steps. */
@Timeout(120)
class PlainStudentsTest {
    private static final int STEPS = 12;
    private static final int OTHERS = 6;
    private static final List<String> PLAIN = List.of("distilled-plain-soft-0.json", "random-real-plain-soft-0.json");

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

    @Test
    void switchedOnLaterTheyAreTheOnlyOnesThatAreTrained() throws Exception {
        stages.evaluate(copy("a"), event -> {});
        Map<String, String> before = students("a");
        String table = Files.readString(evaluation("a").resolve("evaluation.csv"));
        assertThat(before).hasSize(OTHERS);
        assertThat(evaluation("a").resolve("experiment.yaml")).content().doesNotContain("withoutAugmentation");
        assertThat(scope.engine().estimate(plain(run("a"))).get().steps()).isEqualTo((long) PLAIN.size() * STEPS);

        List<RunEvent> events = new ArrayList<>();
        EvaluationOutcome outcome = evaluate("a", events::add);

        Map<String, String> after = students("a");
        assertThat(steps(events)).isEqualTo((long) PLAIN.size() * STEPS);
        assertThat(after)
                .hasSize(OTHERS + PLAIN.size())
                .containsAllEntriesOf(before)
                .containsKeys(PLAIN.toArray(String[]::new));
        assertThat(Files.readAllLines(evaluation("a").resolve("evaluation.csv")))
                .containsAll(table.lines().toList())
                .hasSize(1 + OTHERS + PLAIN.size());
        assertThat(outcome.cancelled()).isFalse();
        assertThat(outcome.report().scores().of(FairScore.ARS)).isPresent();
        assertThat(evaluation("a").resolve("experiment.yaml")).content().contains("withoutAugmentation: true");
        assertThat(top(after, "distilled-plain-soft-0.json")).isNotEqualTo(top(after, "distilled-soft-0.json"));

        stages.evaluate(run("a"), event -> {});
        assertThat(evaluation("a").resolve("evaluation.csv")).hasContent(table);
        assertThat(students("a")).isEqualTo(after);
    }

    @Test
    void thoseOnRealImagesAreTakenFromTheRunNextToItAndThoseOnDistilledImagesAreNot() throws Exception {
        evaluate("a", event -> {});
        RunFiles.copy(folder.resolve("distilled/run"), folder.resolve("a/other"));
        List<RunEvent> events = new ArrayList<>();

        scope.run(plain(folder.resolve("a/other")), events::add);

        // Two of distilled images with augmentation, one without.
        assertThat(steps(events)).isEqualTo(3 * STEPS);
    }

    @Test
    void theyLearnFromHardLabelsWhereTheRecipeHasNoOthers() throws Exception {
        EvaluationRequest hard = stages.evaluation(copy("a"), recipe -> recipe.withWithoutAugmentation(true)
                .withLabels(labels -> labels.withKinds(LabelKinds.HARD)));

        scope.run(hard, event -> {});

        assertThat(students("a"))
                .containsOnlyKeys(
                        "distilled-hard-0.json",
                        "random-real-hard-0.json",
                        "full-real-hard-0.json",
                        "distilled-plain-hard-0.json",
                        "random-real-plain-hard-0.json");
    }

    @Test
    void storedSoftLabelsAreOfAugmentedImagesSoTheTeacherIsQueriedForThem() throws Exception {
        EvaluationOutcome online = evaluate("online", event -> {});
        Path run = copy("stored");
        stages.relabel(run, event -> {});

        EvaluationOutcome stored = scope.run(
                stages.evaluation(run, recipe -> recipe.withWithoutAugmentation(true)
                        .withLabels(labels -> labels.withSoftLabels(SoftLabels.STORED))),
                event -> {});

        assertThat(last(stored)).isEqualTo(last(online)).hasSize(PLAIN.size());
    }

    @Test
    void aKilledOneResumesToTheSameResult() throws Exception {
        evaluate("whole", event -> {});
        // The fourth student is the first one without augmentation.
        evaluate("again", event -> {
            if (event instanceof RunEvent.Progress progress && progress.step() == 4L * STEPS - 5) {
                RunFiles.copy(run("again"), run("killed"));
            }
        });
        assertThat(evaluation("killed").resolve("checkpoints/distilled-plain-soft-0"))
                .isNotEmptyDirectory();

        evaluate("killed", event -> {});

        assertThat(FaultyStages.table(run("killed"))).isEqualTo(FaultyStages.table(run("whole")));
    }

    private EvaluationOutcome evaluate(String name, RunListener listener) throws Exception {
        if (Files.notExists(run(name))) {
            copy(name);
        }
        return scope.run(plain(run(name)), listener);
    }

    private EvaluationRequest plain(Path run) {
        return stages.evaluation(
                run, recipe -> recipe.withWithoutAugmentation(true).withParallelStudents(OptionalInt.of(1)));
    }

    /** Copies the run to a folder of its own, because students on real images are taken over from neighbors. */
    private Path copy(String name) {
        RunFiles.copy(folder.resolve("distilled/run"), run(name));
        return run(name);
    }

    private Path run(String name) {
        return folder.resolve(name).resolve("run");
    }

    private Path evaluation(String name) {
        return FaultyStages.child(run(name).resolve("evaluation"));
    }

    private Map<String, String> students(String name) throws IOException {
        Map<String, String> results = new TreeMap<>();
        try (Stream<Path> files = Files.list(evaluation(name).resolve("students"))) {
            for (Path file : files.toList()) {
                results.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return results;
    }

    private static String top(Map<String, String> students, String name) {
        return students.get(name).replaceFirst(".*\"confusion\":", "");
    }

    /** Returns the accuracies of the students without augmentation. */
    private static List<Double> last(EvaluationOutcome outcome) {
        return outcome.results().stream()
                .filter(result -> result.task().set().isPlain())
                .map(result -> result.last())
                .toList();
    }

    private static long steps(List<RunEvent> events) {
        return events.stream().filter(RunEvent.Progress.class::isInstance).count();
    }
}
