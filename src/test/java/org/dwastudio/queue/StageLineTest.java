package org.dwastudio.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.text.Message;
import org.junit.jupiter.api.Test;

class StageLineTest {
    private static final Path MADE = Path.of("made");

    private final QueuedStage first = synthesis("first");
    private final QueuedStage second = synthesis("second");
    private final QueuedStage third = synthesis("third");
    private final QueuedStage students = stage(StageName.EVALUATION, "students", QueuedRun.after(second.id()));
    private final StageLine line =
            new StageLine(List.of(first, second)).add(third).addAfter(second.id(), students);

    private static QueuedStage synthesis(String name) {
        return stage(StageName.SYNTHESIS, name, QueuedRun.fresh());
    }

    private static QueuedStage stage(StageName stage, String name, QueuedRun run) {
        Experiment experiment = SynthesisPresets.demonstration().withName(name);
        return QueuedStage.waiting(stage, experiment, run, Instant.parse("2026-11-23T15:31:00Z"));
    }

    private static List<String> names(StageLine line) {
        return line.stages().stream().map(stage -> stage.experiment().name()).toList();
    }

    private static List<QueueState> states(StageLine line) {
        return line.stages().stream().map(QueuedStage::state).toList();
    }

    @Test
    void aStageThatUsesImagesStandsBehindTheOneThatMakesThem() {
        assertThat(names(line)).containsExactly("first", "second", "students", "third");
        assertThat(line.next()).contains(first);
        assertThat(line.waiting()).hasSize(4);
    }

    @Test
    void severalStagesThatUseTheSameImagesKeepTheOrderInWhichTheyWereAdded() {
        QueuedStage more = stage(StageName.EVALUATION, "more", QueuedRun.after(second.id()));

        assertThat(names(line.addAfter(second.id(), more)))
                .containsExactly("first", "second", "students", "more", "third");
    }

    @Test
    void aMoveStopsWhereTheOrderOfMakerAndUserEnds() {
        assertThat(names(line.move(third.id(), 0))).containsExactly("third", "first", "second", "students");
        assertThat(names(line.move(students.id(), 0))).containsExactly("first", "second", "students", "third");
        assertThat(names(line.move(second.id(), 3))).containsExactly("first", "second", "students", "third");
        assertThat(names(line.move(students.id(), 9))).containsExactly("first", "second", "third", "students");
        assertThat(line.move("unknown", 0)).isEqualTo(line);
    }

    @Test
    void nothingMovesBeforeTheRunningStageAndThatStays() {
        StageLine running = line.begin(first.id(), Optional.of(MADE));

        assertThat(names(running.move(third.id(), 0))).containsExactly("first", "third", "second", "students");
        assertThat(running.move(first.id(), 2)).isEqualTo(running);
        assertThat(running.remove(first.id())).isEqualTo(running);
        assertThat(running.next()).contains(second);
    }

    @Test
    void aStageIsRemovedTogetherWithThoseThatUseItsImagesAndComesBackWithThem() {
        List<StageLine.Placed> removed = line.removable(second.id());
        StageLine rest = line.remove(second.id());

        assertThat(names(rest)).containsExactly("first", "third");
        assertThat(rest.restore(removed, Map.of())).isEqualTo(line);
        StageLine begun = line.remove(first.id()).begin(third.id(), Optional.of(MADE));
        assertThat(names(begun.restore(line.removable(first.id()), Map.of())))
                .as("nothing comes back before the running stage")
                .containsExactly("third", "first", "second", "students");
    }

    @Test
    void aFinishedStageLeavesAndItsImagesAreUsed() {
        StageLine after = line.begin(second.id(), Optional.of(MADE)).finish(second.id(), Optional.of(MADE));

        assertThat(names(after)).containsExactly("first", "students", "third");
        assertThat(after.find(students.id()).orElseThrow().run()).isEqualTo(QueuedRun.on(MADE));
    }

    @Test
    void aFailureEndsAlsoWhatUsesTheImagesAndBothAreTriedAgain() {
        StageLine failed = line.begin(second.id(), Optional.of(MADE)).fail(second.id(), Message.literal("no memory"));

        assertThat(names(failed)).containsExactly("second", "first", "students", "third");
        assertThat(states(failed))
                .containsExactly(QueueState.FAILED, QueueState.WAITING, QueueState.FAILED, QueueState.WAITING);
        assertThat(failed.stages().get(0).reason()).contains(Message.literal("no memory"));
        assertThat(failed.stages().get(2).reason()).contains(Message.of("queue.before", "second"));
        assertThat(failed.next()).contains(first);
        StageLine again = failed.again(students.id());
        assertThat(states(again)).containsOnly(QueueState.WAITING);
        assertThat(again.next().map(QueuedStage::id)).contains(second.id());
        assertThat(again.next().flatMap(stage -> stage.run().made())).contains(MADE);
    }

    @Test
    void aStoppedStageStaysWithoutAReason() {
        StageLine stopped = line.begin(first.id(), Optional.of(MADE)).stop(first.id());

        assertThat(stopped.stages().get(0).state()).isEqualTo(QueueState.STOPPED);
        assertThat(stopped.stages().get(0).reason()).isEmpty();
        assertThat(stopped.next()).contains(second);
    }

    @Test
    void otherSettingsLetAnEndedStageWaitAndBeginAnotherRun() {
        Experiment other = SynthesisPresets.demonstration().withSeed(7);
        StageLine failed = line.begin(first.id(), Optional.of(MADE)).fail(first.id(), Message.literal("no memory"));
        StageLine changed = failed.withSettings(first.id(), other);

        assertThat(changed.stages().get(0)).isEqualTo(first.withExperiment(other));
        StageLine running = line.begin(first.id(), Optional.of(MADE));
        assertThat(running.withSettings(first.id(), other)).isEqualTo(running);
    }

    @Test
    void aRestoredStageUsesTheImagesThatWereMadeMeanwhile() {
        List<StageLine.Placed> removed = line.removable(students.id());
        StageLine rest =
                line.remove(students.id()).begin(second.id(), Optional.of(MADE)).finish(second.id(), Optional.of(MADE));

        StageLine restored = rest.restore(removed, Map.of(second.id(), MADE));
        assertThat(restored.find(students.id())).contains(students.withRun(QueuedRun.on(MADE)));
        StageLine unknown = rest.restore(removed, Map.of());
        assertThat(unknown.find(students.id()).flatMap(QueuedStage::reason))
                .contains(Message.of("queue.missing.maker"));
        assertThat(unknown.again(students.id())).isEqualTo(unknown);
    }

    @Test
    void aRestoredStageStandsBehindItsMakerThatWasMoved() {
        StageLine rest = line.remove(students.id()).move(second.id(), 2);

        assertThat(names(rest.restore(line.removable(students.id()), Map.of())))
                .containsExactly("first", "third", "second", "students");
    }

    @Test
    void aRestoredStageHasFailedIfItsMakerHas() {
        StageLine rest = line.remove(students.id())
                .begin(second.id(), Optional.of(MADE))
                .fail(second.id(), Message.literal("no memory"));

        StageLine restored = rest.restore(line.removable(students.id()), Map.of());
        assertThat(restored.find(students.id())).contains(students.failed(Message.of("queue.before", "second")));
        assertThat(states(restored.again(students.id()))).containsOnly(QueueState.WAITING);
    }

    @Test
    void whatUsesTheImagesOfAStageThatMadeNoneHasFailed() {
        StageLine finished = line.finish(second.id(), Optional.empty());

        assertThat(finished.find(students.id()).map(QueuedStage::state)).contains(QueueState.FAILED);
    }

    @Test
    void theSameSettingsAreKnownUnlessTheyHaveEnded() {
        QueuedStage same = synthesis("first");

        assertThat(line.contains(same)).isTrue();
        assertThat(line.contains(same.withExperiment(same.experiment().withSeed(7))))
                .isFalse();
        assertThat(line.contains(same.withStage(StageName.SQUEEZE))).isFalse();
        assertThat(line.fail(first.id(), Message.literal("no memory")).contains(same))
                .isFalse();
    }
}
