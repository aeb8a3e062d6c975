package org.dwastudio.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.evaluation.StudentLabels.SoftLabels;
import org.dwastudio.queue.QueuedRun;
import org.dwastudio.queue.QueuedStage;
import org.dwastudio.stage.request.EvaluationRequest;
import org.dwastudio.ui.fake.StudioModels;
import org.junit.jupiter.api.Test;

class QueueAdditionsTest extends QueueCase {

    @Test
    void studentsAreTrainedOnTheImagesOfTheStageBeforeThem() throws IOException {
        window.stages().start();
        add("one");
        add("two");
        window.queueing().addFollowing(line().stages().get(0));
        window.queueing().addFollowing(line().stages().get(0));
        assertThat(line().stages())
                .extracting(QueuedStage::stage)
                .containsExactly(StageName.SYNTHESIS, StageName.EVALUATION, StageName.SYNTHESIS);

        end(false);
        Path made = finish();
        assertThat(models.engine().last().request()).isInstanceOf(EvaluationRequest.class);
        assertThat(models.engine().last().run().folder()).isEqualTo(made);
        assertThat(line().stages().get(0).run()).isEqualTo(QueuedRun.on(made));
    }

    @Test
    void labelsAreStoredFirstWhereStudentsNeedThem() {
        Experiment stored = named("one");
        stored = stored.withEvaluation(
                stored.evaluation().withLabels(labels -> labels.withSoftLabels(SoftLabels.STORED)));
        window.stages().start();
        window.queueing().add(StageName.SYNTHESIS, stored);
        window.queueing().addFollowing(line().stages().get(0));

        assertThat(line().stages())
                .extracting(QueuedStage::stage)
                .containsExactly(StageName.SYNTHESIS, StageName.RELABEL, StageName.EVALUATION);
        assertThat(window.queueing().canBeFollowed(line().stages().get(2))).isFalse();
    }

    @Test
    void theEvaluationOfTheRunInProgressIsQueuedFromItsPage() {
        window.stages().start();
        Path made = models.engine().last().run().folder();
        window.stages().show(StageName.EVALUATION);
        assertThat(window.queueing().cannotAddBinding().get()).isFalse();
        window.queueing().addShown();
        assertThat(line().stages().get(0).run()).isEqualTo(QueuedRun.on(made));

        window.stages().show(StageName.EXPORT);
        assertThat(window.queueing().cannotAddBinding().get()).isTrue();
    }

    @Test
    void theSettingsOfAnActiveStageAreChangedBeforeTheyAreQueued() {
        window.stages().start();
        window.queueing().addShown();

        assertThat(line().stages()).isEmpty();
        assertThat(queue().shownProperty().get()).isTrue();
        queue().edit().editProperty().get().orElseThrow().fields().stream()
                .filter(field -> field.key().equals("synthesis.rho"))
                .forEach(field -> field.textProperty().set("much"));
        queue().edit().accept();
        assertThat(line().stages()).isEmpty();
        queue().edit().editProperty().get().orElseThrow().fields().stream()
                .filter(field -> field.key().equals("synthesis.rho"))
                .forEach(field -> field.textProperty().set("0.5"));
        queue().edit().accept();

        Experiment shown = window.parameters().experiment();
        assertThat(line().stages())
                .extracting(QueuedStage::experiment)
                .containsExactly(
                        shown.withSynthesis(shown.synthesis().withAdjustment(adjustment -> adjustment.withRho(0.5))));
        assertThat(queue().edit().editProperty().get()).isEmpty();
    }

    @Test
    void aSecondKeyPressBeforeTheFileIsReadQueuesNothingTwice() {
        Deque<Runnable> files = new ArrayDeque<>();
        StudioModels slow = new StudioModels(home.resolve("slow"), files::add);
        Workspace other = slow.studio().workspace();
        other.stages().start();
        other.stages().show(StageName.SQUEEZE);
        other.queueing().addShown();
        other.queueing().addShown();
        assertThat(other.queue().lineProperty().get().stages()).isEmpty();
        while (!files.isEmpty()) {
            files.remove().run();
        }

        assertThat(other.queue().lineProperty().get().stages())
                .extracting(QueuedStage::stage)
                .containsExactly(StageName.SQUEEZE);
        assertThat(slow.notices()).containsExactly("queue.notice.added");
        assertThat(slow.noticeArguments().get(1)).isEqualTo("1");
        assertThat(other.queue().edit().editProperty().get()).isPresent();
        other.queue().close();
        files.forEach(Runnable::run);
    }

    @Test
    void aChangeOfAStageThatHasBegunMeanwhileIsOfferedAsAnotherStage() {
        window.stages().start();
        add("one");
        window.queueing().change(line().stages().get(0));
        queue().edit().editProperty().get().orElseThrow().fields().stream()
                .filter(field -> field.key().equals("synthesis.rho"))
                .forEach(field -> field.textProperty().set("0.5"));
        end(false);
        queue().edit().accept();

        Experiment other = named("one")
                .withSynthesis(named("one").synthesis().withAdjustment(adjustment -> adjustment.withRho(0.5)));
        assertThat(notices("queue.notice.begun")).containsExactly("one");
        assertThat(line().stages()).extracting(QueuedStage::experiment).containsExactly(named("one"));
        window.notices().shown().stream()
                .filter(notice -> notice.key().equals("queue.notice.begun"))
                .findFirst()
                .ifPresent(notice ->
                        window.nextSteps().accept(notice.offers().get(0).step()));
        assertThat(line().stages()).extracting(QueuedStage::experiment).containsExactly(named("one"), other);
        assertThat(line().stages().get(1).run()).isEqualTo(QueuedRun.fresh());
    }

    @Test
    void aRestoredEvaluationUsesTheRunThatWasMadeMeanwhile() throws IOException {
        window.stages().start();
        add("one");
        window.queueing().addFollowing(line().stages().get(0));
        queue().remove(line().stages().get(1).id());
        finish();
        Path made = finish();
        queue().pause();
        queue().undo();

        assertThat(line().stages()).extracting(QueuedStage::run).containsExactly(QueuedRun.on(made));
        queue().resume();
        assertThat(models.engine().last().request()).isInstanceOf(EvaluationRequest.class);
    }

    @Test
    void stagesAreMovedRemovedAndRestored() {
        window.stages().start();
        add("one");
        add("two");
        add("three");
        List<QueuedStage> stages = line().stages();
        queue().moveBy(stages.get(2).id(), -1);
        assertThat(names()).containsExactly("one", "three", "two");
        queue().remove(stages.get(0).id());
        queue().remove(stages.get(1).id());
        assertThat(names()).containsExactly("three");

        queue().undo();
        queue().undo();
        assertThat(names()).containsExactly("one", "three", "two");
        assertThat(queue().undoableProperty().get()).isFalse();
    }
}
