package org.dwastudio.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.queue.QueueState;
import org.dwastudio.queue.QueuedRun;
import org.dwastudio.stage.StartPoint;
import org.dwastudio.stage.request.SynthesisRequest;
import org.dwastudio.ui.fake.StudioModels;
import org.dwastudio.ui.queue.QueueViewModel;
import org.junit.jupiter.api.Test;

class QueueSequencerTest extends QueueCase {

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
                .ifPresent(notice ->
                        window.nextSteps().accept(notice.offers().get(0).step()));
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
}
