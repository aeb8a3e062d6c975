package org.dwastudio.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dwastudio.sweep.QueuedSweeps.finished;
import static org.dwastudio.sweep.QueuedSweeps.halving;
import static org.dwastudio.sweep.QueuedSweeps.run;
import static org.dwastudio.sweep.QueuedSweeps.values;
import static org.dwastudio.sweep.QueuedSweeps.wider;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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
    void halvingPromotesNoTrialThatIsLeftOut() throws Exception {
        TrialQueue queue = TrialQueue.open(folder, halving());
        for (int number : List.of(1, 2, 3, 4, 6, 7, 8, 9)) {
            queue.skip(number, true);
        }

        assertThat(queue.progress(Optional.empty(), 0).plannedRuns()).isEqualTo(4);
        assertThat(finished(queue, 99)).containsExactly("preset " + SEED, "5 " + SEED, "10 " + SEED, "11 " + SEED);
        List<String> values = values(queue.trials());
        assertThat(values).hasSize(11);
        assertThat(values.subList(9, 11)).containsOnly(values.get(4));
        assertThat(queue.progress(Optional.empty(), 0).plannedRuns()).isEqualTo(4);
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
    void aSweepThatBeganWithOneValueInTwoSpellingsIsContinued() throws Exception {
        TrialQueue.open(folder, QueuedSweeps.listed("0.1", "0.2"));
        // Earlier versions took both spellings as two values, in all files.
        String text = Files.readString(folder.settings());
        Files.writeString(folder.settings(), text.replace("- \"0.1\"", "- \"0.1\"\n    - \"1.0e-1\""));
        Files.writeString(
                folder.plan(),
                "trial,share,skipped,synthesis.rho\n1,1.0,false,0.1\n2,1.0,false,1.0e-1\n3,1.0,false,0.2\n");

        SweepRecord record = SweepRecord.read(temp);
        TrialQueue queue = TrialQueue.open(folder, record.content());

        assertThat(record.content().sweep().parameters().get(0).values()).containsExactly("0.1", "0.2");
        assertThat(values(queue.trials())).containsExactly("0.1", "0.1", "0.2");
        assertThat(finished(queue, 99)).hasSize(12);
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
        assertThat(queue.progress(Optional.empty(), 90).secondsWaiting()).isCloseTo(420, within(1e-9));
    }

    @Test
    void runsOfThePresetThatAreLeftTakeAsLongAsThoseBefore() throws Exception {
        TrialQueue queue = TrialQueue.open(folder, SweptFolders.content());
        for (int i = 0; i < 4; i++) {
            TrialQueue.Next next = queue.next().orElseThrow();
            SeedRun run = new SeedRun(
                    next.seed(),
                    OptionalDouble.of(0.5),
                    OptionalDouble.of(1.5),
                    next.isBaseline() ? 300 : 60,
                    Optional.empty());
            if (next.isBaseline()) {
                queue.add("random-real", run);
            }
            queue.add(next.trial(), run);
        }

        queue.extend(wider(4));
        queue.next();

        // One run of the preset, and 19 of the candidates: three of trial 1 and four of each other one.
        assertThat(queue.progress(Optional.empty(), 0).secondsLeft().orElseThrow())
                .isCloseTo(300 + 19 * 60, within(1e-9));
        assertThat(queue.progress(Optional.empty(), 0).secondsWaiting()).isCloseTo(19 * 60, within(1e-9));
    }
}
