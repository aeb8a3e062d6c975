package org.dwastudio.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageRun;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.junit.jupiter.api.Test;

class StageWorkTest {
    private static final Path FOLDER = Path.of("runs", "one");

    private final Notices notices = new Notices();
    private final List<String> calls = new ArrayList<>();
    private final CompletableFuture<String> outcome = new CompletableFuture<>();
    private final RunControl control = new RunControl();
    private final StageWork<String> work =
            new StageWork<>(Runnable::run, notices, new StageWork.FailureKeys("start", "run"), List.of(new Recorder()));

    /** Notes the calls that carry no event. */
    private final class Recorder implements RunObserver {
        @Override
        public void onStart(Experiment experiment) {
            calls.add("begins");
        }

        @Override
        public void onEvent(RunEvent event) {
            calls.add("sees");
        }

        @Override
        public void onResume() {
            calls.add("resumed");
        }

        @Override
        public void onEnd() {
            calls.add("ends");
        }
    }

    private RunListener events = event -> {};

    private void begin() {
        work.begin(
                listener -> {
                    events = listener;
                    return new StageRun<>(FOLDER, control, outcome);
                },
                result -> calls.add("over " + result));
    }

    private void emitStep(int step) {
        events.onEvent(new RunEvent.Progress(StageName.SYNTHESIS, 0, step, 10, 1, step, 10));
    }

    @Test
    void theFolderIsThatOfTheActiveRunAlone() {
        assertThat(work.activeFolder()).isEmpty();
        begin();
        assertThat(work.activeFolder()).contains(FOLDER);
        outcome.complete("done");
        assertThat(work.activeFolder()).isEmpty();
    }

    @Test
    void anOutcomeIsTakenBeforeTheObserversSeeTheEnd() {
        begin();
        outcome.complete("done");

        assertThat(calls).containsExactly("over " + Optional.of("done"), "ends");
        assertThat(work.isFinished()).isTrue();
        assertThat(work.stateProperty().get()).isEqualTo(RunPhase.IDLE);
    }

    @Test
    void stoppedWorkIsNotFinished() {
        begin();
        work.stop();
        assertThat(work.stateProperty().get()).isEqualTo(RunPhase.STOPPING);
        assertThat(control.token().isCancelled()).isTrue();
        outcome.complete("stopped");

        assertThat(work.isFinished()).isFalse();
        assertThat(work.failedProperty().get()).isFalse();
    }

    @Test
    void aFailureIsShownOnceByItsMessage() {
        begin();
        outcome.completeExceptionally(new IllegalStateException("no memory"));

        assertThat(work.failedProperty().get()).isTrue();
        assertThat(notices.shown()).extracting(Notice::key).containsExactly("run");
        assertThat(notices.shown().get(0).arguments()).containsExactly("no memory");
    }

    @Test
    void workThatTheEngineRefusesStaysIdle() {
        Optional<StageRun<String>> started = work.begin(
                listener -> {
                    throw new IllegalStateException("busy");
                },
                result -> calls.add("over"));

        assertThat(started).isEmpty();
        assertThat(work.stateProperty().get()).isEqualTo(RunPhase.IDLE);
        assertThat(notices.shown()).extracting(Notice::key).containsExactly("start");
        assertThat(calls).containsExactly("ends");
    }

    @Test
    void resumingIsReportedAndPausingIsNot() {
        begin();
        work.pauseOrResume();
        assertThat(work.stateProperty().get()).isEqualTo(RunPhase.PAUSED);
        assertThat(calls).isEmpty();
        work.pauseOrResume();

        assertThat(work.stateProperty().get()).isEqualTo(RunPhase.RUNNING);
        assertThat(calls).containsExactly("resumed");
    }

    @Test
    void aStepPauses() {
        begin();
        work.step();

        assertThat(work.stateProperty().get()).isEqualTo(RunPhase.PAUSED);
    }

    @Test
    void workIsLoadedWhenItsStageBegins() {
        begin();
        assertThat(work.loadedProperty().get()).isFalse();

        events.onEvent(new RunEvent.StageStarted(StageName.SYNTHESIS, 10, List.of("Bag"), Instant.EPOCH));
        work.follow();
        assertThat(work.loadedProperty().get()).isTrue();

        outcome.complete("done");
        begin();
        assertThat(work.loadedProperty().get()).isFalse();
    }

    @Test
    void aStepIsInProgressUntilItIsReported() {
        begin();
        work.pauseOrResume();
        emitStep(1);
        // The step before it has not been read yet, and does not end this one.
        work.step();
        assertThat(work.steppingProperty().get()).isTrue();
        work.follow();
        assertThat(work.steppingProperty().get()).isTrue();

        emitStep(2);
        work.follow();
        assertThat(work.steppingProperty().get()).isFalse();
        assertThat(work.stateProperty().get()).isEqualTo(RunPhase.PAUSED);
    }

    @Test
    void resumingStoppingAndTheEndLeaveNoStepInProgress() {
        begin();
        work.step();
        work.pauseOrResume();
        assertThat(work.steppingProperty().get()).isFalse();

        work.step();
        work.stop();
        assertThat(work.steppingProperty().get()).isFalse();

        outcome.complete("done");
        work.step();
        assertThat(work.steppingProperty().get()).isFalse();
    }
}
