package org.dwastudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.SimpleLongProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import org.dwastudio.config.StageName;
import org.dwastudio.event.RunEvent;
import org.dwastudio.stage.request.SynthesisOutcome;
import org.dwastudio.ui.fake.StudioModels;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.workspace.StageController;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The status bar before the first step and while a single step is made. */
@ExtendWith(ApplicationExtension.class)
class StatusBarTest {
    @TempDir
    private Path home;

    private StudioModels models;
    private StageController stages;
    private StatusBar bar;

    @BeforeEach
    void create(FxRobot robot) {
        robot.interact(() -> {
            models = new StudioModels(home);
            stages = models.studio().workspace().stages();
            bar = new StatusBar(
                    stages, new SimpleLongProperty(1_000_000), Messages.in(Language.ENGLISH), new Disposables());
        });
    }

    @Test
    void aRunThatIsPreparedMovesTheBarAndNamesWhatIsRead(FxRobot robot) {
        assertThat(progress()).isZero();
        robot.interact(() -> stages.start(StageName.SYNTHESIS));
        assertThat(progress()).isEqualTo(ProgressBar.INDETERMINATE_PROGRESS);
        assertThat(words()).isEqualTo("Loading the teacher and reading the dataset…");

        robot.interact(() -> {
            models.engine()
                    .last()
                    .emit(new RunEvent.StageStarted(StageName.SYNTHESIS, 100, List.of("Bag"), Instant.EPOCH));
            stages.follow();
        });
        assertThat(progress()).isEqualTo(ProgressBar.INDETERMINATE_PROGRESS);
        assertThat(words()).isEqualTo("Making the first step…");

        robot.interact(() -> emitStep(25));
        assertThat(progress()).isEqualTo(0.25);
        assertThat(words()).isEqualTo("Column 1 of 10 · iteration 25 / 10");
    }

    @Test
    void everyStageNamesWhatItReads(FxRobot robot) {
        Map<StageName, String> expected = Map.of(
                StageName.SQUEEZE, "データセットを読み込み中…",
                StageName.SYNTHESIS, "教師モデルとデータセットを読み込み中…",
                StageName.RELABEL, "教師モデルと画像を読み込み中…",
                StageName.EVALUATION, "画像、データセット、教師モデルを読み込み中…");
        assertThat(expected).allSatisfy((stage, words) -> assertThat(Messages.in(Language.JAPANESE)
                        .get("status.loading." + stage.name().toLowerCase(Locale.ROOT)))
                .isEqualTo(words));

        robot.interact(() -> {
            stages.show(StageName.SQUEEZE);
            stages.start();
        });
        assertThat(words()).isEqualTo("Reading the dataset…");
    }

    @Test
    void aStepIsShownUntilItIsMade(FxRobot robot) {
        robot.interact(() -> {
            stages.start(StageName.SYNTHESIS);
            emitStep(3);
            stages.pauseOrResume();
        });
        assertThat(words()).isEqualTo("Paused · Column 1 of 10 · iteration 3 / 10");

        robot.interact(() -> stages.step());
        assertThat(words()).isEqualTo("Making one step · Column 1 of 10 · iteration 3 / 10");
        assertThat(progress()).isEqualTo(ProgressBar.INDETERMINATE_PROGRESS);

        robot.interact(() -> emitStep(4));
        assertThat(words()).isEqualTo("Paused · Column 1 of 10 · iteration 4 / 10");
        assertThat(progress()).isEqualTo(0.04);
    }

    @Test
    void aRunThatIsStoppedBeforeItsFirstStepIsShownAsStopping(FxRobot robot) {
        robot.interact(() -> {
            stages.start(StageName.SYNTHESIS);
            stages.stop();
        });
        assertThat(words()).isEqualTo("Stopping…");

        robot.interact(
                () -> models.engine().last().end(new SynthesisOutcome(home, home.resolve("contact-sheet.png"), true)));
        assertThat(words()).isEqualTo("Ready");
        assertThat(progress()).isZero();
    }

    private void emitStep(int step) {
        models.engine().last().emit(new RunEvent.Progress(StageName.SYNTHESIS, 0, step, 10, 10, step, 100));
        stages.follow();
    }

    private String words() {
        return bar.getChildren().stream()
                .filter(node -> "status".equals(node.getId()))
                .map(node -> ((Label) node).getText())
                .findFirst()
                .orElseThrow();
    }

    private double progress() {
        return ((ProgressBar) bar.getChildren().get(0)).getProgress();
    }
}
