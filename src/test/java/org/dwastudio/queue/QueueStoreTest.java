package org.dwastudio.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.file.LockFile;
import org.dwastudio.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueStoreTest {
    private static final Instant ADDED = Instant.parse("2026-11-23T15:31:00Z");

    @TempDir
    private Path home;

    private Path folder() {
        return home.resolve("queue");
    }

    private Path file() {
        return folder().resolve("queue.yaml");
    }

    private static QueuedStage stage(String name) {
        Experiment experiment = SynthesisPresets.demonstration()
                .withName(name)
                .withSynthesis(SynthesisPresets.demonstration().synthesis().withIterations(77));
        return QueuedStage.waiting(StageName.SYNTHESIS, experiment, QueuedRun.fresh(), ADDED);
    }

    private static StageLine three() {
        QueuedStage first = stage("first: \"a\" - #b");
        QueuedStage failed = stage("failed")
                .withState(QueueState.FAILED)
                .withReason(Optional.of(Message.literal("first line\n---\nsecond: line")));
        QueuedStage students =
                QueuedStage.waiting(StageName.EVALUATION, first.experiment(), QueuedRun.after(first.id()), ADDED);
        return new StageLine(List.of(first, students, failed));
    }

    /** Stores a queue as a process that is killed right after it. */
    private void write(StageLine line) throws IOException {
        try (QueueStore store = new QueueStore(folder())) {
            store.open();
            store.save(line);
        }
    }

    @Test
    void anotherWindowReadsWhatWasStored() throws IOException {
        StageLine line = three();
        write(line);

        try (QueueStore next = new QueueStore(folder())) {
            QueueStore.Loaded loaded = next.open();
            assertThat(loaded.line()).isEqualTo(line);
            assertThat(loaded.aside()).isEmpty();
        }
    }

    @Test
    void aStageThatWasRunningWaitsToBeResumed() throws IOException {
        StageLine line = three();
        Path made = home.resolve("runs/made");
        write(line.begin(line.stages().get(0).id(), Optional.of(made)));

        try (QueueStore next = new QueueStore(folder())) {
            QueuedStage first = next.open().line().stages().get(0);
            assertThat(first.state()).isEqualTo(QueueState.WAITING);
            assertThat(first.run().made()).contains(made);
            assertThat(first.experiment()).isEqualTo(line.stages().get(0).experiment());
        }
    }

    @Test
    void anEmptyQueueLeavesNoFile() throws IOException {
        write(three());
        write(StageLine.empty());

        assertThat(new QueueStore(folder()).exists()).isFalse();
        assertThat(file()).doesNotExist();
    }

    @Test
    void oneProgramAtATimeHasTheQueueAndOthersMayReadIt() throws IOException {
        write(three());
        QueueStore second = new QueueStore(folder());
        try (QueueStore first = new QueueStore(folder())) {
            first.open();
            assertThatThrownBy(second::open).isInstanceOf(LockFile.HeldException.class);
            assertThat(second.peek().stages()).hasSize(3);
        }
        assertThat(second.open().line().stages()).hasSize(3);
        second.close();
    }

    @Test
    void aBrokenStageIsKeptInAnotherFileAndTheOthersStay() throws IOException {
        StageLine line = three();
        write(line);
        String text = Files.readString(file());
        Files.writeString(
                file(), text.replace("iterations: 77\n", "iterations: many\n").replaceFirst("many", "77"));

        try (QueueStore next = new QueueStore(folder())) {
            QueueStore.Loaded loaded = next.open();

            assertThat(loaded.line().stages()).containsExactly(line.stages().get(0));
            Path aside = loaded.aside().orElseThrow();
            assertThat(aside).hasFileName("queue-unreadable.yaml");
            assertThat(Files.readString(aside)).contains("iterations: many").contains("name: failed");
            assertThat(next.open().aside())
                    .as("the file of the queue is whole again")
                    .isEmpty();
        }
    }

    @Test
    void aFileThatIsNoTextIsMovedAway() throws IOException {
        Files.createDirectories(folder());
        byte[] noise = {(byte) 0xff, (byte) 0xfe, 0, 1};
        Files.write(file(), noise);
        Files.writeString(folder().resolve("queue-unreadable.yaml"), "an earlier one");

        try (QueueStore next = new QueueStore(folder())) {
            QueueStore.Loaded loaded = next.open();

            assertThat(loaded.line()).isEqualTo(StageLine.empty());
            assertThat(loaded.aside()).contains(folder().resolve("queue-unreadable-2.yaml"));
            assertThat(folder().resolve("queue-unreadable-2.yaml")).hasBinaryContent(noise);
            assertThat(file()).doesNotExist();
        }
    }

    @Test
    void aStageWhoseMakerIsUnknownOrThatIsThereTwiceIsNotRun() throws IOException {
        QueuedStage one = stage("one");
        QueuedStage orphan =
                QueuedStage.waiting(StageName.EVALUATION, one.experiment(), QueuedRun.after("unknown"), ADDED);
        write(new StageLine(List.of(one, one, orphan)));

        try (QueueStore next = new QueueStore(folder())) {
            QueueStore.Loaded loaded = next.open();
            assertThat(loaded.line().stages()).containsExactly(one);
            assertThat(loaded.aside()).isPresent();
        }
    }

    @Test
    void aStageBeforeItsMakerIsPutBehindIt() throws IOException {
        QueuedStage one = stage("one");
        QueuedStage two = stage("two");
        QueuedStage students =
                QueuedStage.waiting(StageName.EVALUATION, one.experiment(), QueuedRun.after(one.id()), ADDED);
        write(new StageLine(List.of(students, one, two)));

        try (QueueStore next = new QueueStore(folder())) {
            QueueStore.Loaded loaded = next.open();
            assertThat(loaded.line().stages()).containsExactly(one, students, two);
            assertThat(loaded.aside()).isEmpty();
        }
    }

    @Test
    void whatCannotBeStartedIsKeptInAnotherFile() throws IOException {
        QueuedStage one = stage("one");
        QueuedStage circle = stage("circle");
        write(new StageLine(List.of(
                one,
                stage("export").withStage(StageName.EXPORT),
                stage("labels").withStage(StageName.RELABEL),
                stage("students").withStage(StageName.EVALUATION),
                circle.withRun(QueuedRun.after(circle.id())))));

        try (QueueStore next = new QueueStore(folder())) {
            QueueStore.Loaded loaded = next.open();
            assertThat(loaded.line().stages()).containsExactly(one);
            assertThat(Files.readString(loaded.aside().orElseThrow()))
                    .contains("name: export", "name: labels", "name: students", "name: circle");
        }
    }

    @Test
    void aReasonIsShownInTheLanguageOfTheWindowAfterARestart() throws IOException {
        Message missing = Message.of("queue.missing.run", "C:\\runs\\{0} 名前");
        Message both = Message.lines(List.of(missing, Message.literal("two\nlines")));
        QueuedStage one = stage("one").failed(missing);
        QueuedStage two = stage("two").failed(Message.of("queue.before", both));
        write(new StageLine(List.of(one, two)));

        try (QueueStore next = new QueueStore(folder())) {
            List<Message> reasons = next.open().line().stages().stream()
                    .map(stage -> stage.reason().orElseThrow())
                    .toList();
            assertThat(reasons).containsExactly(missing, Message.of("queue.before", both));
            assertThat(reasons.get(0).in(Locale.JAPANESE))
                    .isEqualTo(missing.in(Locale.JAPANESE))
                    .isNotEqualTo(missing.english());
            assertThat(reasons.get(1).in(Locale.JAPANESE)).contains(missing.in(Locale.JAPANESE));
        }
    }

    @Test
    void aReasonWithAnUnknownTextOrTooFewValuesStaysAsItWasWritten() throws IOException {
        write(new StageLine(List.of(stage("one").failed(Message.of("queue.before", "other")))));
        String written = Files.readString(file());

        for (String broken :
                List.of(written.replace("queue.before", "queue.unknown"), written.replace("text-0:", "another:"))) {
            assertThat(broken).isNotEqualTo(written);
            Files.writeString(file(), broken);
            try (QueueStore next = new QueueStore(folder())) {
                Message reason = next.open().line().stages().get(0).reason().orElseThrow();
                assertThat(reason.isLiteral()).isTrue();
                assertThat(reason).isEqualTo(Message.of("queue.before", "other"));
            }
        }
    }
}
