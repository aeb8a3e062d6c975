package org.dwastudio.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.event.RunEvent;
import org.dwastudio.queue.QueueState;
import org.dwastudio.queue.QueuedRun;
import org.dwastudio.queue.QueuedStage;
import org.dwastudio.stage.StartPoint;
import org.dwastudio.stage.request.SynthesisRequest;
import org.dwastudio.text.Message;
import org.dwastudio.ui.fake.StudioModels;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.queue.QueueViewModel;
import org.junit.jupiter.api.Test;

class QueueSequencerTest extends QueueCase {
    private static final Message NOTE = Message.literal("an image was left out");

    @Test
    void queuedStagesFollowTheRunInProgressInTheirOrder() {
        window.stages().start();
        add("one");
        add("two");
        assertThat(models.engine().started()).hasSize(1);
        assertThat(models.notices()).containsOnly("queue.notice.added");

        end(false);
        assertThat(runningName()).isEqualTo("one");
        assertThat(states()).containsExactly(QueueState.RUNNING, QueueState.WAITING);
        assertThat(models.notices()).contains("queue.notice.started");
        assertThat(models.noticeArguments()).containsExactly("one", "1");
        assertThat(window.parameters().experiment().name()).isEqualTo("one");

        end(false);
        assertThat(runningName()).isEqualTo("two");
        end(false);
        assertThat(models.engine().started()).hasSize(3);
        assertThat(line().stages()).isEmpty();
        assertThat(home.resolve("queue/queue.yaml")).doesNotExist();
    }

    @Test
    void aChangeOfTheSlidersDoesNotChangeAQueuedStage() {
        window.stages().start();
        add("one");
        window.parameters().valueOf(Adjustment.RHO).set(0.5);
        end(false);

        assertThat(((StartPoint.Fresh)
                                ((SynthesisRequest) models.engine().last().request()).start())
                        .experiment())
                .isEqualTo(named("one"));
    }

    @Test
    void aStopPausesTheQueueUntilItIsContinued() {
        window.stages().start();
        add("one");
        window.stages().stop();
        end(true);

        assertThat(models.engine().started()).hasSize(1);
        assertThat(queue().pausedProperty().get()).isTrue();
        assertThat(models.notices()).contains("queue.notice.paused");
        queue().resume();
        assertThat(runningName()).isEqualTo("one");

        add("two");
        window.stages().stop();
        end(true);
        assertThat(states()).containsExactly(QueueState.STOPPED, QueueState.WAITING);
        assertThat(models.notices()).contains("queue.notice.paused");
        queue().resume();
        assertThat(runningName()).isEqualTo("two");
    }

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
    void aLaterWindowHasTheQueueAndWaitsForTheUser() {
        window.stages().start();
        add("one");
        add("two");
        end(false);
        queue().close();

        StudioModels later = new StudioModels(home);
        later.studio().showRunsOf(home.resolve("runs"));
        QueueViewModel kept = later.studio().workspace().queue();
        assertThat(kept.lineProperty().get().stages())
                .extracting(stage -> stage.experiment().name())
                .containsExactly("one", "two");
        assertThat(kept.pausedProperty().get()).isTrue();
        assertThat(later.notices()).contains("queue.notice.kept");
        assertThat(later.engine().started()).isEmpty();

        kept.resume();
        assertThat(later.engine().started()).hasSize(1);
        kept.close();
    }

    @Test
    void aSecondWindowCanReadTheQueueButNotUseIt() {
        window.stages().start();
        add("one");

        StudioModels second = new StudioModels(home);
        Workspace other = second.studio().workspace();
        other.queue().show();
        assertThat(other.queue().lineProperty().get().stages()).hasSize(1);
        assertThat(other.queue().holderProperty().get()).isPresent();
        other.queueing().add(StageName.SYNTHESIS, named("two"));
        other.queue().resume();
        assertThat(other.queue().lineProperty().get().stages()).hasSize(1);
        assertThat(second.engine().started()).isEmpty();

        queue().close();
        other.queueing().add(StageName.SYNTHESIS, named("two"));
        assertThat(other.queue().holderProperty().get()).isEmpty();
        assertThat(other.queue().lineProperty().get().stages()).hasSize(2);
        other.queue().close();
    }

    @Test
    void aStageThatRunsWhenItsWindowClosesWaitsForTheNextOne() {
        add("one");
        window.queueSequencer().prepareForClosing();
        window.stages().stop();
        end(true);

        assertThat(states()).containsExactly(QueueState.WAITING);
        assertThat(line().stages().get(0).run().made())
                .isEqualTo(Optional.of(models.engine().last().run().folder()));
    }

    @Test
    void aStageThatEndsWithItsProgramWaitsAndNothingStarts() {
        add("one");
        add("two");
        end(true);

        assertThat(states()).containsExactly(QueueState.WAITING, QueueState.WAITING);
        assertThat(models.engine().started()).hasSize(1);
    }

    @Test
    void settingsThatTheQueueReplacesAreOfferedAtItsEnd() {
        window.stages().start();
        add("one");
        end(false);
        assertThat(models.notices()).doesNotContain("queue.notice.replaced");
        add("two");
        window.parameters().valueOf(Adjustment.RHO).set(0.5);
        Experiment own = window.parameters().experiment();
        window.stages().stop();
        end(true);
        window.parameters().valueOf(Adjustment.RHO).set(0.25);
        queue().resume();
        end(false);

        assertThat(models.notices()).contains("queue.notice.replaced");
        assertThat(own.synthesis().adjustment().rho()).isEqualTo(0.5);
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
            Notice newest = window.notices()
                    .shown()
                    .get(window.notices().shown().size() - 1);
            seen.add(newest.key() + newest.arguments());
            window.notices().dismiss(newest);
        }
        assertThat(seen).contains("notice.interrupted[run]", "notice.stage[" + NOTE.english() + "]");
        for (String name : names) {
            assertThat(seen).contains("queue.notice.failed[" + name + ", no memory for " + name + "]");
        }
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
    void settingsThatAQueuedEvaluationReplacesAreOfferedAtItsEnd() throws IOException {
        window.stages().start();
        Path made = finish();
        Experiment students =
                named("students").withEvaluation(named("students").evaluation().withEpochs(7));
        window.parameters().valueOf(Adjustment.RHO).set(0.5);
        Experiment own = window.parameters().experiment();
        queue().add(queue().create(StageName.EVALUATION, students, QueuedRun.on(made)));
        assertThat(window.parameters().experiment().evaluation().epochs()).isEqualTo(7);
        models.engine().last().fail("no memory");

        assertThat(notices("queue.notice.replaced")).hasSize(1);
        window.notices().shown().stream()
                .filter(notice -> notice.key().equals("queue.notice.replaced"))
                .findFirst()
                .ifPresent(notice -> window.nextSteps().accept(notice.offers().get(0).step()));
        assertThat(window.parameters().experiment()).isEqualTo(own);
    }

    @Test
    void settingsThatTheQueueItselfHasShownAreNotOffered() throws IOException {
        window.stages().start();
        Path made = finish();
        Experiment students =
                named("students").withEvaluation(named("students").evaluation().withEpochs(7));
        queue().add(queue().create(StageName.EVALUATION, students, QueuedRun.on(made)));
        add("one");
        models.engine().last().fail("no memory");
        assertThat(runningName()).isEqualTo("one");
        end(false);

        assertThat(notices("queue.notice.replaced")).isEmpty();
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
        assertThat(line().stages().get(0).reason())
                .contains(Message.of("queue.missing.teacher", weights.toString()));
    }
}
