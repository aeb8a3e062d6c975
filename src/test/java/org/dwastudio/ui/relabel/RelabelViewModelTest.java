package org.dwastudio.ui.relabel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dwastudio.config.StageName;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.StudentLabels.SoftLabels;
import org.dwastudio.event.RunEvent;
import org.dwastudio.stage.request.RelabelOutcome;
import org.dwastudio.stage.request.RelabelRequest;
import org.dwastudio.stage.request.SoftLabelStock;
import org.dwastudio.ui.fake.ScriptedEngine;
import org.dwastudio.ui.fake.StudioModels;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.screen.LoadState;
import org.dwastudio.ui.stage.RunPhase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelabelViewModelTest {
    private static final Path RUN = Path.of("runs", "one");
    private static final Path OTHER = Path.of("runs", "other");
    private static final int EPOCHS = 8;

    @TempDir
    private Path home;

    private StudioModels models;
    private ScriptedEngine engine;
    private ParametersViewModel parameters;
    private RelabelViewModel relabel;

    @BeforeEach
    void create() {
        models = new StudioModels(home);
        engine = models.engine();
        parameters = models.studio().workspace().parameters();
        relabel = models.studio().relabeling().relabel();
    }

    @Test
    void withoutARunNothingStarts() {
        relabel.start();

        assertThat(engine.started()).isEmpty();
        assertThat(models.notices()).containsExactly("evaluation.notice.noRun");
    }

    @Test
    void storedLabelsAreReadWhenARunIsShown() {
        relabel.labeledRun().show(RUN);
        assertThat(relabel.keptProperty().get()).isEqualTo(LoadState.waiting());
        assertThat(engine.softLabels().get(0).request()).isEqualTo(RelabelRequest.of(RUN, recipe()));

        engine.softLabels().get(0).answer().complete(stock(RUN, 3));

        assertThat(relabel.keptProperty().get().value()).contains(stock(RUN, 3));
        assertThat(relabel.storedEpochs()).isEqualTo(3);
    }

    @Test
    void anAnswerAboutAnotherRunIsIgnored() {
        relabel.labeledRun().show(RUN);
        relabel.labeledRun().show(OTHER);

        engine.softLabels().get(0).answer().complete(stock(RUN, 8));
        assertThat(relabel.keptProperty().get()).isEqualTo(LoadState.waiting());

        engine.softLabels().get(1).answer().complete(stock(OTHER, 1));
        assertThat(relabel.keptProperty().get().value()).contains(stock(OTHER, 1));
    }

    @Test
    void aRunThatCannotBeReadHasNoStoredLabels() {
        relabel.labeledRun().show(RUN);
        engine.softLabels().get(0).answer().completeExceptionally(new IllegalStateException("broken"));

        assertThat(relabel.keptProperty().get()).isEqualTo(LoadState.failed());
        assertThat(relabel.storedEpochs()).isZero();
        assertThat(relabel.areMissing()).isFalse();
    }

    @Test
    void labelsAreMissingOnlyIfTheRecipeLearnsFromStoredOnes() {
        relabel.labeledRun().show(RUN);
        answerAll(3);
        assertThat(relabel.areMissing()).isFalse();

        parameters.evaluationProperty().set(recipe().withLabels(labels -> labels.withSoftLabels(SoftLabels.STORED)));
        answerAll(3);
        assertThat(relabel.wantedProperty().get()).isTrue();
        assertThat(relabel.areMissing()).isTrue();

        relabel.lookUp();
        answerAll(EPOCHS);
        assertThat(relabel.areMissing()).isFalse();
    }

    @Test
    void storedEpochsGrowWithTheProgress() {
        relabel.labeledRun().show(RUN);
        answerAll(2);
        relabel.start();
        assertThat(relabel.work().stateProperty().get()).isEqualTo(RunPhase.RUNNING);

        // Half of the steps: half of the six missing epochs.
        engine.last().emit(new RunEvent.Progress(StageName.RELABEL, 3, 1, 1, 6, 30, 60));
        relabel.work().follow();

        assertThat(relabel.storedEpochs()).isEqualTo(5);
        assertThat(relabel.progress().placeProperty().get().orElseThrow().epoch())
                .isEqualTo(4);
    }

    @Test
    void theEndShowsWhatIsStored() {
        relabel.labeledRun().show(RUN);
        relabel.start();
        engine.last().end(new RelabelOutcome(stock(RUN, EPOCHS), 5, false));

        assertThat(relabel.work().stateProperty().get()).isEqualTo(RunPhase.IDLE);
        assertThat(relabel.keptProperty().get().value()).contains(stock(RUN, EPOCHS));
        assertThat(models.notices()).containsExactly("relabel.notice.finished");
    }

    @Test
    void stoppedLabelsAreKept() {
        relabel.labeledRun().show(RUN);
        relabel.start();
        relabel.work().stop();
        assertThat(relabel.work().stateProperty().get()).isEqualTo(RunPhase.STOPPING);
        engine.last().end(new RelabelOutcome(stock(RUN, 4), 2, true));

        assertThat(relabel.storedEpochs()).isEqualTo(4);
        assertThat(models.notices()).containsExactly("relabel.notice.stopped");
        assertThat(models.noticeArguments()).startsWith("4", "8");
    }

    @Test
    void afterAFailureTheStoredLabelsAreReadAgain() {
        relabel.labeledRun().show(RUN);
        answerAll(2);
        relabel.start();
        int asked = engine.softLabels().size();
        engine.last().fail("the disk is full");

        assertThat(models.notices()).containsExactly("relabel.notice.failed");
        assertThat(models.noticeArguments()).containsExactly("the disk is full");
        answerAll(3);
        assertThat(engine.softLabels()).hasSizeGreaterThan(asked);
        assertThat(relabel.storedEpochs()).isEqualTo(3);
    }

    @Test
    void theEndOffersToUseTheStoredLabelsWhichCanBeUndone() {
        relabel.labeledRun().show(RUN);
        relabel.start();
        assertThat(relabel.areUnused()).isFalse();
        engine.last().end(new RelabelOutcome(stock(RUN, EPOCHS), 5, false));
        assertThat(relabel.areUnused()).isTrue();
        Notice notice = models.studio().workspace().notices().shown().get(0);
        assertThat(notice.offers())
                .extracting(Notice.Offer::key)
                .containsExactly("relabel.notice.use", "notice.next.evaluate");

        models.studio().workspace().nextSteps().accept(notice.offers().get(0).step());

        assertThat(recipe().labels().softLabels()).isEqualTo(SoftLabels.STORED);
        assertThat(models.studio()
                        .students()
                        .recipe()
                        .choices()
                        .softLabelsProperty()
                        .get())
                .isEqualTo(SoftLabels.STORED);
        assertThat(relabel.areUnused()).isFalse();
        models.studio().workspace().edits().undo();
        assertThat(recipe().labels().softLabels()).isEqualTo(SoftLabels.ONLINE);
    }

    @Test
    void labelsThatAreStoppedOrUsedAlreadyAreNotOffered() {
        relabel.labeledRun().show(RUN);
        relabel.start();
        engine.last().end(new RelabelOutcome(stock(RUN, 4), 2, true));
        assertThat(relabel.areUnused()).isFalse();

        relabel.useStored();
        relabel.start();
        engine.last().end(new RelabelOutcome(stock(RUN, EPOCHS), 5, false));

        assertThat(relabel.areUnused()).isFalse();
        assertThat(models.studio().workspace().notices().shown())
                .flatExtracting(Notice::offers)
                .extracting(Notice.Offer::key)
                .doesNotContain("relabel.notice.use");
    }

    /** Completes all pending requests for stored labels, also those that follow from the answers. */
    private void answerAll(int stored) {
        for (int i = 0; i < engine.softLabels().size(); i++) {
            Path run = engine.softLabels().get(i).request().folder();
            engine.softLabels().get(i).answer().complete(stock(run, stored));
        }
    }

    private EvaluationConfig recipe() {
        return parameters.evaluationProperty().get();
    }

    private static SoftLabelStock stock(Path run, int stored) {
        return new SoftLabelStock(run.resolve("soft-labels"), 100, stored, EPOCHS, stored * 1000L);
    }
}
