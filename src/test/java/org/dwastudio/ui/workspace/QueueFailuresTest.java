package org.dwastudio.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.event.RunEvent;
import org.dwastudio.queue.QueueState;
import org.dwastudio.queue.QueuedRun;
import org.dwastudio.queue.QueuedStage;
import org.dwastudio.text.Message;
import org.dwastudio.ui.notice.Notice;
import org.junit.jupiter.api.Test;

class QueueFailuresTest extends QueueCase {
    private static final Message NOTE = Message.literal("an image was left out");

    @Test
    void afterAFailureTheNextStageStartsAndTheFailureStaysInSight() {
        add("one");
        add("two");
        models.engine().last().fail("no memory left");

        assertThat(runningName()).isEqualTo("two");
        assertThat(states()).containsExactly(QueueState.RUNNING, QueueState.FAILED);
        assertThat(line().stages().get(1).reason().orElseThrow().english()).isEqualTo("no memory left");
        assertThat(models.notices()).contains("queue.notice.failed", "queue.notice.started");

        queue().again(line().stages().get(1).id());
        end(false);
        assertThat(runningName()).isEqualTo("one");
    }

    @Test
    void aStageWithoutItsDatasetIsSkippedAndTriedAgain() throws IOException {
        Path images = home.resolve("images");
        Experiment missing = named("one").withDataset(new DatasetConfig(images.toString()));
        window.stages().start();
        window.queueing().add(StageName.SYNTHESIS, missing);
        add("two");
        end(false);

        assertThat(runningName()).isEqualTo("two");
        QueuedStage failed = line().stages().get(1);
        assertThat(failed.state()).isEqualTo(QueueState.FAILED);
        assertThat(failed.reason().orElseThrow().english()).contains(images.toString());

        Files.createDirectory(images);
        queue().again(failed.id());
        end(false);
        assertThat(runningName()).isEqualTo("one");
    }

    @Test
    void failuresNotesAndOffersStayWhileFurtherStagesStart() {
        List<String> names = List.of("one", "two", "three", "four", "five");
        names.forEach(this::add);
        window.notices().add(Notice.offering("notice.interrupted", "notice.interrupted.resume", () -> {}, "run"));
        models.engine().last().emit(new RunEvent.StageNoted(NOTE, Instant.EPOCH));
        window.stages().follow();
        for (String name : names) {
            assertThat(runningName()).isEqualTo(name);
            models.engine().last().fail("no memory for " + name);
        }

        Set<String> seen = new LinkedHashSet<>();
        while (!window.notices().shown().isEmpty()) {
            Notice newest =
                    window.notices().shown().get(window.notices().shown().size() - 1);
            seen.add(newest.key() + newest.arguments());
            window.notices().dismiss(newest);
        }
        assertThat(seen).contains("notice.interrupted[run]", "notice.stage[" + NOTE.english() + "]");
        for (String name : names) {
            assertThat(seen).contains("queue.notice.failed[" + name + ", no memory for " + name + "]");
        }
    }

    @Test
    void theFailureOfAQueuedStageIsReportedOnceWithItsDetails() {
        add("one");
        Message reason = Message.literal("no memory left");
        models.engine().last().emit(new RunEvent.StageFailed(StageName.SYNTHESIS, reason, "the trace", Instant.EPOCH));
        models.engine().last().fail("no memory left");

        assertThat(window.notices().shown())
                .filteredOn(notice -> notice.severity() == Notice.Severity.FAILED)
                .containsExactly(Notice.failed("queue.notice.failed", "the trace", "one", reason));
    }

    @Test
    void aFileThatCannotBeInspectedIsReported() throws IOException {
        Path run = Files.createDirectory(home.resolve("broken"));
        Files.write(run.resolve("run.log"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        window.stages().start();
        queue().add(queue().create(StageName.EVALUATION, named("students"), QueuedRun.on(run)));
        end(false);

        assertThat(states()).containsExactly(QueueState.FAILED);
        String reason = line().stages().get(0).reason().orElseThrow().english();
        assertThat(notices("queue.notice.failed")).containsExactly("students | " + reason);
    }

    @Test
    void theEvaluationOfARunThatWasStoppedFails() throws IOException {
        window.stages().start();
        Path made = Files.createDirectories(models.engine().last().run().folder());
        window.stages().show(StageName.EVALUATION);
        window.queueing().addShown();
        window.stages().stop();
        Files.writeString(made.resolve("run.log"), "2026-11-23T15:31:00Z  synthesis stopped by the user\n");
        end(true);
        queue().resume();

        assertThat(models.engine().started()).hasSize(1);
        assertThat(line().stages().get(0).reason()).contains(Message.of("queue.missing.end", made.toString()));
        assertThat(notices("queue.notice.failed")).hasSize(1);
    }

    @Test
    void aSqueezeWithoutTheWeightsThatItStartsFromIsSkipped() {
        Path weights = home.resolve("weights.safetensors");
        window.stages().start();
        window.queueing()
                .add(
                        StageName.SQUEEZE,
                        named("teacher").withSqueeze(named("teacher").squeeze().withStartFrom(weights.toString())));
        end(false);

        assertThat(models.engine().started()).hasSize(1);
        assertThat(line().stages().get(0).reason()).contains(Message.of("queue.missing.teacher", weights.toString()));
    }
}
