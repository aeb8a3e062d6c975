package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.DatasetConfig.Color;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.ui.fake.FakeDatasets;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.stage.RunPhase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class StudioDatasetTest {
    @TempDir
    private Path folder;

    private TestStudio studio;
    private Path photographs;

    @Start
    void open(Stage unused) {
        studio = new TestStudio();
        studio.window.show();
        studio.engine.finishLoading();
    }

    @BeforeEach
    void putPhotographs() throws IOException {
        photographs = Files.createDirectory(folder.resolve("my_photographs"));
        studio.engine.datasets().add(photographs, FakeDatasets.inColor("my_photographs", FakeDatasets.names(10), 32));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(studio::close);
    }

    @Test
    void aFolderIsChosenAndNothingElseChanges(FxRobot robot) {
        robot.interact(
                () -> studio.workspace.parameters().valueOf(Adjustment.RHO).set(0.04));
        studio.picker.answer = Optional.of(photographs);

        fire(robot, "picker-command.datasetFolder");

        TestStudio.await(() -> studio.labels(".card-title").contains("my_photographs"));
        assertThat(studio.labels(".card-subtitle"))
                .contains("10 classes · 32×32 color · 4,000 train / 1,000 test (split by seed)");
        Experiment experiment = studio.workspace.parameters().experiment();
        assertThat(experiment.dataset()).isEqualTo(new DatasetConfig(photographs.toString()));
        assertThat(experiment.synthesis().adjustment().rho()).isEqualTo(0.04);
        assertThat(experiment.teacher())
                .isEqualTo(SynthesisPresets.demonstration().teacher());
        assertThat(studio.studio.synthesis().images().layoutProperty().get().classNames())
                .isEqualTo(FakeDatasets.names(10));
    }

    @Test
    void usedDatasetsAreRememberedAndThoseThatVanishedCannotBeChosen(FxRobot robot) throws IOException {
        choose(robot, photographs);
        robot.interact(() -> studio.workspace.datasets().choice().chooseBundled());
        assertThat(studio.preferences.load().recentDatasets()).containsExactly(photographs.toString());
        assertThat(recentItem(robot).isDisable()).isFalse();

        Files.delete(photographs);
        robot.interact(() -> studio.workspace.datasets().choice().refreshRecent());

        TestStudio.await(() -> recentItem(robot).isDisable());
        assertThat(recentItem(robot).getText()).startsWith("my_photographs").endsWith("not found");
    }

    @Test
    void reloadReadsAChangedFolderAgain(FxRobot robot) {
        choose(robot, photographs);
        studio.engine.datasets().add(photographs, FakeDatasets.inColor("my_photographs", FakeDatasets.names(7), 32));

        fire(robot, "picker-dataset.reload");

        TestStudio.await(() -> studio.labels(".card-subtitle").stream().anyMatch(line -> line.startsWith("7 classes")));
        assertThat(studio.studio.synthesis().images().layoutProperty().get().classNames())
                .hasSize(7);
    }

    @Test
    void theClassesAreListedInOrder(FxRobot robot) {
        choose(robot, photographs);
        robot.interact(() -> robot.lookup("#dataset-classes").<Button>query().fire());

        ListView<?> list = robot.lookup(".class-list").query();
        assertThat(list.getItems()).hasSize(10);
        assertThat(robot.lookup(".class-popover .group-title").<Label>query().getText())
                .isEqualTo("10 classes in label order");
    }

    @Test
    void aTeacherForOtherImagesKeepsTheRunFromStartingUntilTheyAreAdapted(FxRobot robot) {
        choose(robot, photographs);
        Button start = robot.lookup("#start-button").query();
        assertThat(start.isDisabled()).isTrue();
        assertThat(studio.labels("#fit .label").get(0))
                .startsWith("The teacher expects images of 28×28 gray, the dataset has 32×32 color.");
        assertThat(robot.lookup("#status").<Label>query().getText()).startsWith("The teacher expects images of");

        robot.clickOn("#fit-adapt");

        TestStudio.await(() -> !start.isDisabled());
        DatasetConfig config = studio.workspace.parameters().experiment().dataset();
        assertThat(config.imageSize()).isEqualTo(28);
        assertThat(config.color()).isEqualTo(Color.GRAY);
        assertThat(studio.stage.getScene().lookup("#fit").isVisible()).isFalse();
    }

    @Test
    void aTeacherForOtherClassesNamesBothNumbers(FxRobot robot) throws IOException {
        Path large = Files.createDirectory(folder.resolve("large"));
        studio.engine.datasets().add(large, FakeDatasets.inColor("large", FakeDatasets.names(200), 64));
        choose(robot, large);

        assertThat(studio.labels("#fit .label").get(0))
                .isEqualTo("The teacher distinguishes 10 classes, this dataset has 200."
                        + " Please train a teacher on it, or choose another teacher or dataset.");
        assertThat(robot.lookup("#start-button").<Button>query().isDisabled()).isTrue();
        assertThat(studio.stage.getScene().lookup("#fit-adapt").isVisible()).isFalse();
    }

    @Test
    void aDatasetThatCannotBeReadIsExplainedAndCannotBeStartedWith(FxRobot robot) {
        robot.interact(() -> studio.workspace.datasets().choice().choose(folder.resolve("nothing")));

        assertThat(studio.awaitNotice("notice.dataset").arguments().get(0)).contains("There is no folder");
        assertThat(robot.lookup("#start-button").<Button>query().isDisabled()).isTrue();
        assertThat(studio.preferences.load().recentDatasets()).isEmpty();
    }

    @Test
    void theDatasetStaysWhileARunIsInProgress(FxRobot robot) {
        robot.clickOn("#start-button");
        studio.advance(2);

        robot.interact(() -> studio.workspace.datasets().choice().choose(photographs));

        studio.awaitNotice("dataset.notice.busy");
        assertThat(studio.workspace.parameters().experiment().dataset().source())
                .isEqualTo(DatasetConfig.BUNDLED);
        robot.clickOn("#stop-button");
        studio.awaitState(RunPhase.IDLE);
    }

    @Test
    void wrongOptionsSayWhyAndChangeNothing(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
        TextField size = robot.lookup("#option-image_size").query();
        robot.interact(() -> size.setText("12.5"));

        assertThat(problem(robot, "image_size"))
                .isEqualTo("12.5 is not a whole number. Allowed: whole numbers from 0 to 1024.");
        assertThat(robot.lookup("#option-apply").<Button>query().isDisabled()).isTrue();
        robot.interact(() -> size.fireEvent(enter()));
        assertThat(studio.workspace.parameters().experiment().dataset())
                .isEqualTo(new DatasetConfig(DatasetConfig.BUNDLED));

        robot.interact(() -> size.setText("28"));
        robot.interact(robot.lookup("#option-apply").<Button>query()::fire);
        assertThat(studio.workspace.parameters().experiment().dataset().imageSize())
                .isEqualTo(28);
    }

    @Test
    void theLanguageSwitchesWhileOptionsAreTypedAndTheyStay(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
        robot.interact(
                () -> robot.lookup("#option-test_share").<TextField>query().setText("7"));

        robot.interact(() -> studio.window.appearance().languageProperty().set(Language.JAPANESE));

        assertThat(robot.lookup("#option-test_share").<TextField>query().getText())
                .isEqualTo("7");
        assertThat(problem(robot, "test_share")).isEqualTo("7 は範囲外です。有効範囲: 0.01〜0.9");
        assertThat(dialogs()).hasSize(1);
    }

    @Test
    void aDroppedFolderBecomesTheDataset(FxRobot robot) {
        robot.interact(() -> studio.workspace.dropped().open(List.of(photographs)));

        TestStudio.await(() -> studio.labels(".card-title").contains("my_photographs"));
    }

    @Test
    void aDroppedDataFileBecomesTheDataset(FxRobot robot) throws IOException {
        for (String name : List.of("digits.npz", "train-00000-of-00001.parquet")) {
            Path file = Files.createFile(folder.resolve(name));
            robot.interact(() -> studio.workspace.dropped().open(List.of(file)));

            TestStudio.await(() -> studio.workspace
                    .parameters()
                    .experiment()
                    .dataset()
                    .source()
                    .equals(file.toString()));
        }
    }

    @Test
    void aDroppedExperimentOrRunFolderIsOpened(FxRobot robot) throws IOException {
        Experiment experiment = SynthesisPresets.demonstration().withSeed(7);
        Path run = Files.createDirectory(folder.resolve("run"));
        ExperimentWriter.write(experiment, run.resolve("experiment.yaml"));
        robot.interact(() -> studio.workspace.dropped().open(List.of(run)));
        TestStudio.await(() -> studio.workspace.parameters().experiment().seed() == 7);

        Path file = folder.resolve("other.yml");
        ExperimentWriter.write(experiment.withSeed(8), file);
        robot.interact(() -> studio.workspace.dropped().open(List.of(file)));
        TestStudio.await(() -> studio.workspace.parameters().experiment().seed() == 8);
    }

    @Test
    void whatCannotBeOpenedIsNamedWhenDropped(FxRobot robot) throws IOException {
        Path song = Files.createFile(folder.resolve("song.mp3"));
        robot.interact(() -> studio.workspace.dropped().open(List.of(song)));

        assertThat(studio.awaitNotice("dataset.notice.dropUnknown").arguments()).containsExactly(song.toString());
        assertThat(studio.workspace.parameters().experiment()).isEqualTo(SynthesisPresets.demonstration());
    }

    private void choose(FxRobot robot, Path path) {
        robot.interact(() -> studio.workspace.datasets().choice().choose(path));
        TestStudio.await(
                () -> studio.labels(".card-title").contains(path.getFileName().toString()));
    }

    private MenuItem recentItem(FxRobot robot) {
        return robot.lookup("#dataset-picker").<MenuButton>query().getItems().get(1);
    }

    private static void fire(FxRobot robot, String id) {
        MenuButton picker = robot.lookup("#dataset-picker").query();
        robot.interact(() -> picker.getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .forEach(MenuItem::fire));
    }

    private static String problem(FxRobot robot, String field) {
        return text(robot, "#problem-" + field);
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).<Label>query().getText();
    }

    private List<Window> dialogs() {
        return Window.getWindows().stream()
                .filter(window -> window != studio.stage && window instanceof Stage)
                .toList();
    }

    private static KeyEvent enter() {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false);
    }
}
