package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dwastudio.config.StageName;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.preset.EvaluationPresets;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.ui.export.ExportChoice;
import org.dwastudio.ui.notice.NextStep;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.stage.RunPhase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notices carry the next step, and leave with what they speak of. */
class StudioNoticesTest {
    private ScreenlessStudio studio;

    @BeforeEach
    void open() throws IOException {
        studio = new ScreenlessStudio();
        studio.workspace.parameters().valueOf(SynthesisConfig.IMAGES_PER_CLASS).set(1);
        studio.workspace.parameters().valueOf(SynthesisConfig.ITERATIONS).set(3);
    }

    @AfterEach
    void close() throws IOException {
        studio.close();
    }

    @Test
    void aFinishedRunOffersItsEvaluationAndItsFolder() {
        studio.workspace.stages().start(StageName.SYNTHESIS);
        studio.engine.allow(3);
        awaitIdle();

        Path folder = studio.studio.synthesis().run().folderProperty().get().orElseThrow();
        Notice notice = notice("notice.finished");
        assertThat(notice.offers())
                .extracting(Notice.Offer::step)
                .containsExactly(new NextStep.ShowStage(StageName.EVALUATION), new NextStep.OpenFolder(folder));

        studio.workspace.nextSteps().accept(notice.offers().get(0).step());
        assertThat(studio.workspace.stages().shownProperty().get()).isEqualTo(StageName.EVALUATION);
    }

    @Test
    void aStoppedRunResumesFromItsNotice() throws IOException {
        studio.workspace.stages().start(StageName.SYNTHESIS);
        studio.engine.allow(1);
        studio.await(() -> studio.engine.run().iterationsMade() == 1);
        studio.workspace.stages().stop();
        awaitIdle();
        RunDirectory directory = new RunDirectory(
                studio.studio.synthesis().run().folderProperty().get().orElseThrow());
        studio.runFolder(
                directory.folder().getFileName().toString(),
                studio.workspace.parameters().experiment());
        Files.createDirectories(directory.synthesisCheckpoints());
        Files.writeString(directory.log(), "2026-01-02T03:04:06Z  synthesis stopped by the user\n");

        studio.workspace
                .nextSteps()
                .accept(notice("notice.stopped").offers().get(0).step());
        studio.await(() -> studio.engine.runs().size() == 2);

        assertThat(studio.workspace.stages().stateProperty().get()).isEqualTo(RunPhase.RUNNING);
        assertThat(studio.studio.synthesis().run().folderProperty().get()).contains(directory.folder());
    }

    @Test
    void aRunWithNothingToResumeIsReported() throws IOException {
        Path folder = studio.runFolder("done", studio.workspace.parameters().experiment());
        Files.writeString(new RunDirectory(folder).log(), "2026-01-02T03:04:06Z  synthesis finished\n");

        studio.workspace.files().resume(folder);
        studio.await(() -> !studio.workspace.notices().shown().isEmpty());

        assertThat(notice("notice.notResumable").arguments()).containsExactly(folder.toString());
    }

    @Test
    void whileOneStageRunsNoOtherCanStartAndTheNoticeGoesWithTheReason() {
        studio.workspace.stages().start(StageName.SQUEEZE);
        studio.workspace.stages().show(StageName.SYNTHESIS);
        assertThat(studio.workspace.stages().cannotStartBinding().get()).isTrue();

        studio.workspace.stages().start(StageName.SYNTHESIS);
        assertThat(notice("notice.busy.squeeze").severity()).isEqualTo(Notice.Severity.BUSY);
        assertThat(studio.engine.runs()).isEmpty();

        studio.workspace.stages().stop();
        awaitIdle();
        assertThat(studio.workspace.notices().shown())
                .extracting(Notice::key)
                .doesNotContain("notice.busy.squeeze")
                .contains("squeeze.notice.stopped");
        assertThat(studio.workspace.stages().cannotStartBinding().get()).isFalse();
    }

    @Test
    void theExportPageReportsWhatItWroteAndOnlyAboutThatRun() throws IOException {
        Path folder = studio.runFolder("one", studio.workspace.parameters().experiment());
        studio.studio.students().evaluation().evaluated().show(folder);
        Files.writeString(studio.home.resolve("mine.txt"), "content");

        studio.workspace.exports().export(ExportChoice.NPZ, studio.home);
        studio.await(() -> !studio.workspace.exports().written().isEmpty());

        Path target = studio.home.resolve("one-npz");
        assertThat(studio.workspace.exports().written()).containsExactly(Map.entry(ExportChoice.NPZ, target));
        assertThat(studio.engine.exports().get(0).target()).isEqualTo(target);
        assertThat(notice("notice.exported").offers())
                .extracting(Notice.Offer::step)
                .containsExactly(new NextStep.OpenFolder(target));
        assertThat(studio.workspace.stages().pages().of(StageName.EXPORT).isNeeded())
                .isFalse();

        studio.workspace.datasets().choice().choose(studio.home.resolve("shapes"));
        assertThat(studio.workspace.exports().written()).isEmpty();
    }

    @Test
    void aNewWindowBeginsWithRecipesThatAProcessorFinishes() {
        studio.workspace.files().startNew();

        assertThat(studio.studio.students().recipe().presetProperty().get().key())
                .isEqualTo("quick");
        assertThat(studio.studio.squeezing().recipe().presetProperty().get().key())
                .isEqualTo("quick");
        assertThat(EvaluationPresets.quick().contradictions()).isEmpty();
        assertThat(SynthesisPresets.demonstration().evaluation()).isEqualTo(EvaluationConfig.paper());
    }

    private void awaitIdle() {
        studio.await(() -> studio.workspace.stages().stateProperty().get() == RunPhase.IDLE);
    }

    private Notice notice(String key) {
        return studio.workspace.notices().shown().stream()
                .filter(notice -> notice.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
