package org.dwastudio.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dwastudio.config.sweep.SearchStrategy;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.config.sweep.SweptRange;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.text.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialQueueTest {
    private static final long SEED = SweptFolders.SEED;

    @TempDir
    private Path temp;

    private SweepFolder folder;

    @BeforeEach
    void create() {
        folder = new SweepFolder(temp);
    }

    @Test
    void baselinesComeFirstThenTheTrialsByNumber() throws Exception {
        TrialQueue queue = TrialQueue.open(folder, SweptFolders.content());

        assertThat(finished(queue, 99))
                .containsExactly(
                        "preset " + SEED,
                        "preset " + (SEED + 1),
                        "preset " + (SEED + 2),
                        "1 " + SEED,
                        "1 " + (SEED + 1),
                        "1 " + (SEED + 2),
                        "2 " + SEED,
                        "2 " + (SEED + 1),
                        "2 " + (SEED + 2),
                        "3 " + SEED,
                        "3 " + (SEED + 1),
                        "3 " + (SEED + 2));
        assertThat(SweepRecord.read(temp).trials()).isEqualTo(queue.trials());
        assertThat(SweepRecord.read(temp).plannedRuns()).isEqualTo(12);
    }

    @Test
    void aTrialThatIsLeftOutIsNotRunAlsoAfterAnInterruption() throws Exception {
        TrialQueue queue = TrialQueue.open(folder, SweptFolders.content());
        finished(queue, 4);
        queue.skip(1, true);
        queue.skip(2, true);
        queue.skip(9, true);

        TrialQueue later = TrialQueue.open(folder, SweptFolders.content());

        assertThat(later.trials().get(3).isSkipped()).isTrue();
        assertThat(later.trials().get(2).isSkipped()).isFalse();
        assertThat(later.progress(Optional.empty(), 0).plannedRuns()).isEqualTo(9);
        assertThat(finished(later, 99))
                .containsExactly(
                        "1 " + (SEED + 1), "1 " + (SEED + 2), "3 " + SEED, "3 " + (SEED + 1), "3 " + (SEED + 2));
        later.skip(2, false);
        assertThat(finished(later, 1)).containsExactly("2 " + SEED);
    }

    @Test
    void addedValuesAndSeedsKeepWhatIsFinished() throws Exception {
        TrialQueue queue = TrialQueue.open(folder, SweptFolders.content());
        finished(queue, 5);

        TrialQueue later = TrialQueue.open(folder, wider(4));

        assertThat(later.trials().stream()
                        .filter(trial -> trial.kind() == Trial.Kind.CANDIDATE)
                        .map(trial -> trial.candidate().values().get("synthesis.rho")))
                .containsExactly("0.01", "0.02", "0.04", "0.0141", "0.0283");
        assertThat(finished(later, 4))
                .containsExactly("preset " + (SEED + 3), "1 " + (SEED + 2), "1 " + (SEED + 3), "2 " + SEED);
        assertThat(SweepRecord.read(temp).content()).isEqualTo(wider(4));
        assertThat(SweepRecord.read(temp).plannedRuns()).isEqualTo(24);
    }

    @Test
    void valuesCanBeAddedWhileARunIsInProgress() throws Exception {
        TrialQueue queue = TrialQueue.open(folder, SweptFolders.content());
        finished(queue, 3);
        TrialQueue.Next running = queue.next().orElseThrow();

        queue.skip(1, true);
        queue.extend(wider(3));
        queue.add(running.trial(), run(running.seed()));

        assertThat(running.trial()).isEqualTo("1");
        assertThat(queue.trials().get(2).isSkipped()).isFalse();
        assertThat(finished(queue, 99)).hasSize(14).endsWith("5 " + (SEED + 2));
    }

    @Test
    void anotherSweepIsRefusedAndNothingChanges() throws Exception {
        TrialQueue.open(folder, SweptFolders.content());
        String before = Files.readString(folder.settings());
        SweepFile other = new SweepFile(
                SweptFolders.content().experiment(),
                SweptFolders.content().sweep().withSeeds(1));

        assertThatThrownBy(() -> TrialQueue.open(folder, other))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("cannot have fewer seeds than before: 1 instead of 3");
        assertThat(Files.readString(folder.settings())).isEqualTo(before);
    }

    @Test
    void runsKeepTheirValuesIfThePlanIsLostAfterAnExtension() throws Exception {
        finished(TrialQueue.open(folder, SweptFolders.content()), 3);
        finished(TrialQueue.open(folder, wider(3)), 99);
        List<Trial> before = SweepRecord.read(temp).trials();
        Files.delete(folder.plan());

        assertThat(SweepRecord.read(temp).trials()).isEqualTo(before);
        assertThat(TrialQueue.open(folder, wider(3)).trials()).isEqualTo(before);
        assertThat(values(before)).containsExactly("0.01", "0.02", "0.04", "0.0141", "0.0283");
    }

    @Test
    void aTrialThatWasLeftOutIsLeftOutAlsoIfThePlanIsDamaged() throws Exception {
        TrialQueue queue = TrialQueue.open(folder, SweptFolders.content());
        queue.skip(2, true);
        finished(queue, 99);
        List<Trial> before = queue.trials();
        Files.writeString(folder.plan(), "damaged");

        TrialQueue later = TrialQueue.open(folder, SweptFolders.content());

        assertThat(later.trials()).isEqualTo(before);
        assertThat(values(later.trials())).containsExactly("0.01", "0.02", "0.04");
        assertThat(later.next()).isEmpty();
    }

    @Test
    void aPlanWithOtherValuesThanTheRunsIsRefusedAndNothingChanges() throws Exception {
        finished(TrialQueue.open(folder, SweptFolders.content()), 99);
        String plan = Files.readString(folder.plan()).replace("2,1.0,false,0.02", "2,1.0,false,0.03");
        Files.writeString(folder.plan(), plan);
        String trials = Files.readString(folder.trials());

        for (ThrowingCallable opening : List.<ThrowingCallable>of(
                () -> TrialQueue.open(folder, SweptFolders.content()), () -> SweepRecord.read(temp))) {
            assertThatThrownBy(opening)
                    .isInstanceOf(RunFolderException.class)
                    .hasMessageContaining(temp.toString())
                    .hasMessageContaining("other values of trial 2 in plan.csv than in trials.csv")
                    .hasMessageContaining("delete it");
        }
        assertThat(Files.readString(folder.plan())).isEqualTo(plan);
        assertThat(Files.readString(folder.trials())).isEqualTo(trials);
    }

    @Test
    void valuesOfALostTrialOfALaterRoundAreNotGuessed() throws Exception {
        SweepFile halving = new SweepFile(
                SweptFolders.content().experiment(),
                SweptFolders.content()
                        .sweep()
                        .withStrategy(SearchStrategy.HALVING)
                        .withTrials(9)
                        .withSeeds(1));
        finished(TrialQueue.open(folder, halving), 99);
        Files.delete(folder.plan());
        String trials = Files.readString(folder.trials());
        Files.writeString(folder.trials(), trials.replaceFirst("(?m)^10,.*\\R", ""));

        assertThatThrownBy(() -> TrialQueue.open(folder, halving))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("lacks the values of trial 10");
    }

    @Test
    void aSweepWhoseFilesSpellNumbersOtherwiseIsContinued() throws Exception {
        finished(TrialQueue.open(folder, listed("0.01", "0.02")), 4);
        String settings = Files.readString(folder.settings());
        Files.writeString(
                folder.settings(), settings.replace("\"0.02\"", "0.020").replace("\"0.01\"", "1e-2"));
        for (Path table : List.of(folder.plan(), folder.trials())) {
            Files.writeString(
                    table, Files.readString(table).replace(",0.02", ",0.020").replace(",0.01", ",1e-2"));
        }
        assertThat(folder.settings()).content().contains("- 1e-2").contains("- 0.020");
        assertThat(folder.plan()).content().contains("1e-2").contains("0.020");

        TrialQueue later = TrialQueue.open(folder, listed("0.01", "0.02", "0.03"));

        assertThat(values(later.trials())).containsExactly("0.01", "0.02", "0.03");
        assertThat(finished(later, 2)).containsExactly("1 " + (SEED + 1), "1 " + (SEED + 2));
        assertThat(folder.plan()).content().doesNotContain("1e-2").doesNotContain("0.020");
        assertThat(SweepRecord.read(temp).trials()).isEqualTo(later.trials());
    }

    private static List<String> values(List<Trial> trials) {
        return trials.stream()
                .filter(trial -> trial.kind() == Trial.Kind.CANDIDATE)
                .map(trial -> trial.candidate().values().get("synthesis.rho"))
                .toList();
    }

    private static SweepFile listed(String... values) {
        return new SweepFile(
                SweptFolders.content().experiment(),
                SweptFolders.content()
                        .sweep()
                        .withParameters(List.of(SweptParameter.of("synthesis.rho", List.of(values)))));
    }

    @Test
    void failedRunsAreTriedAgain() throws Exception {
        TrialQueue queue = TrialQueue.open(folder, SweptFolders.content());
        finished(queue, 3);
        queue.next();
        queue.add(
                "1",
                new SeedRun(
                        SEED,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        1,
                        Optional.of(Message.literal("no memory"))));

        assertThat(queue.next().orElseThrow().seed()).isEqualTo(SEED + 1);
        assertThat(TrialQueue.open(folder, SweptFolders.content()).next().orElseThrow())
                .extracting(TrialQueue.Next::trial, TrialQueue.Next::seed)
                .containsExactly("1", SEED);
    }

    @Test
    void theTimeLeftIsThatOfTheRunsLeft() throws Exception {
        TrialQueue queue = TrialQueue.open(folder, SweptFolders.content());
        assertThat(queue.progress(Optional.empty(), 0).secondsLeft()).isEmpty();

        finished(queue, 4);
        queue.next();

        // Runs of candidates take 60 seconds; eight are left, and one of them began 20 or 90 seconds ago.
        assertThat(queue.progress(Optional.empty(), 20).secondsLeft().orElseThrow())
                .isCloseTo(460, within(1e-9));
        assertThat(queue.progress(Optional.empty(), 90).secondsLeft().orElseThrow())
                .isCloseTo(420, within(1e-9));
    }

    private static SeedRun run(long seed) {
        return new SeedRun(seed, OptionalDouble.of(0.5), OptionalDouble.of(1.5), 60, Optional.empty());
    }

    /** Ends some runs, and returns their trials and seeds. */
    private static List<String> finished(TrialQueue queue, int most) throws Exception {
        List<String> done = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            Optional<TrialQueue.Next> next = queue.next();
            if (next.isEmpty()) {
                break;
            }
            long seed = next.get().seed();
            done.add(next.get().trial() + " " + seed);
            if (next.get().isBaseline()) {
                queue.add("random-real", run(seed));
            }
            queue.add(next.get().trial(), run(seed));
        }
        return done;
    }

    private static SweepFile wider(int seeds) {
        SweepFile content = SweptFolders.content();
        SweptParameter rho = content.sweep().parameters().get(0);
        SweptRange range = rho.range().orElseThrow();
        return new SweepFile(
                content.experiment(),
                content.sweep()
                        .withSeeds(seeds)
                        .withParameters(List.of(new SweptParameter(
                                rho.key(),
                                List.of(),
                                Optional.of(new SweptRange(range.from(), range.to(), 5, range.scale())),
                                false))));
    }
}
