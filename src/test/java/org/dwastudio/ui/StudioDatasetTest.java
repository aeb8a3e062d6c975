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
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.DatasetConfig.Color;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.data.PublishedDataset;
import org.dwastudio.ui.dataset.WorkState;
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
        studio.engine.datasets().add(photographs, FakeDatasets.coloured("my_photographs", FakeDatasets.names(10), 32));
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
        studio.engine.datasets().add(large, FakeDatasets.coloured("large", FakeDatasets.names(200), 64));
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
    void theDatasetStaysWhileARunIsUnderWay(FxRobot robot) {
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
    void aCheckShowsItsProgressAndWhatItFound(FxRobot robot) {
        choose(robot, photographs);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        assertThat(studio.engine.datasets().checks().requests())
                .containsExactly(new DatasetConfig(photographs.toString()));
        studio.engine.datasets().checks().progress(1234, 5000);
        TestStudio.await(() -> text(robot, "#check-status").equals("1,234 of 5,000 images checked"));

        studio.engine.datasets().checks().finish(FakeDatasets.troubled(1000));

        TestStudio.await(
                () -> studio.workspace.datasets().check().stateProperty().get() == WorkState.DONE);
        assertThat(robot.lookup(".class-counts").<TableView<?>>query().getItems())
                .hasSize(1000);
        assertThat(words(robot, ".dataset-report .label"))
                .contains(
                        "image folder · 1,000 classes · 270,720 training images, 60,000 test images"
                                + " (split by seed: the dataset has no test split)",
                        "640×480 color: 4,000 images",
                        "Mean 0.4914, 0.4822, 0.4465 · standard deviation 0.247, 0.2435, 0.2616",
                        "Unreadable files: 2. Please replace or delete them, or leave them out in the dataset options.")
                .anyMatch(words -> words.startsWith("The classes are imbalanced: the largest has 12.2 times"));
        assertThat(robot.lookup(".finding-list").queryAllAs(ListView.class))
                .extracting(list -> list.getItems().get(0))
                .containsExactly(
                        "train/cat/img_0031.jpg: is cut off after 1,024 of 35,120 bytes",
                        "val/cat/img_0900.jpg = train/cat/img_0007.jpg");
    }

    @Test
    void whatWasFoundBecomesTheNormalisation(FxRobot robot) {
        choose(robot, photographs);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        studio.engine.datasets().checks().finish(FakeDatasets.troubled(10));
        TestStudio.await(() -> robot.lookup("#check-use").tryQuery().isPresent());
        Button use = robot.lookup("#check-use").query();

        robot.interact(use::fire);

        assertThat(studio.workspace.parameters().experiment().dataset().normalization())
                .contains(new ChannelNormalization(
                        List.of(0.4914, 0.48216, 0.44653), List.of(0.24703, 0.24349, 0.26159)));
        assertThat(use.isDisabled()).isTrue();
        assertThat(studio.workspace.datasets().check().isAboutCurrent()).isTrue();
    }

    @Test
    void aCleanDatasetTakesALineASection(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        studio.engine.datasets().checks().finish(FakeDatasets.clean());

        TestStudio.await(() -> words(robot, ".dataset-report .label").contains("No unreadable files."));
        assertThat(words(robot, ".dataset-report .label")).contains("No test image is also a training image.");
        assertThat(robot.lookup(".finding-list").queryAll()).isEmpty();
        robot.interact(robot.lookup("#check-copy").<Button>query()::fire);
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString())
                .startsWith("# Fashion-MNIST")
                .contains("| 9 | class 9 | 1000 | 200 |", "## Unreadable files", "No unreadable files."));
    }

    @Test
    void aCheckIsCancelledAndBegunAgain(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.interact(robot.lookup("#check-cancel").<Button>query()::fire);
        assertThat(studio.engine.datasets().checks().isCancelled()).isTrue();
        studio.engine.datasets().checks().endCancelled();
        TestStudio.await(() -> text(robot, "#check-status").equals("Canceled. Nothing was changed."));

        robot.interact(robot.lookup("#check-again").<Button>query()::fire);
        assertThat(studio.engine.datasets().checks().requests()).hasSize(2);
        studio.engine.datasets().checks().fail("The disk is gone. Please connect it.");
        TestStudio.await(
                () -> text(robot, "#check-status").equals("The check failed. The disk is gone. Please connect it."));
    }

    @Test
    void nothingIsFetchedBeforeDownloadIsPressed(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.J);
        robot.interact(
                () -> robot.lookup("#download-cifar-100").<RadioButton>query().fire());
        assertThat(studio.engine.datasets().downloads().requests()).isEmpty();
        studio.picker.answer = Optional.of(folder);
        robot.interact(robot.lookup("#download-folder").<Button>query()::fire);

        robot.interact(robot.lookup("#download-start").<Button>query()::fire);

        assertThat(studio.engine.datasets().downloads().requests())
                .containsExactly(new FakeDatasets.Download(PublishedDataset.CIFAR_100, folder));
    }

    @Test
    void aFetchedDatasetIsChosen(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.J);
        robot.interact(robot.lookup("#download-start").<Button>query()::fire);
        studio.engine.datasets().downloads().progress(85_000_000, 170_000_000);
        TestStudio.await(() -> text(robot, "#download-status").startsWith("85 MB of 170 MB"));

        studio.engine.datasets().downloads().finish(photographs);

        studio.awaitNotice("dataset.notice.downloaded");
        assertThat(studio.workspace.parameters().experiment().dataset().source())
                .isEqualTo(photographs.toString());
        assertThat(text(robot, "#download-status")).isEqualTo("Done. The dataset is in " + photographs);
    }

    @Test
    void aDownloadIsCancelledGoesOnAndFailsInWords(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.J);
        Button start = robot.lookup("#download-start").query();
        robot.interact(start::fire);
        robot.interact(robot.lookup("#download-cancel").<Button>query()::fire);
        studio.engine.datasets().downloads().endCancelled();
        TestStudio.await(() -> start.getText().equals("Resume"));
        assertThat(text(robot, "#download-status"))
                .isEqualTo("Canceled. The downloaded part is kept, and the next download continues from there.");

        robot.interact(start::fire);
        studio.engine.datasets().downloads().fail("The publisher does not answer. Please try again later.");
        TestStudio.await(() -> start.getText().equals("Try again"));
        assertThat(text(robot, "#download-status"))
                .isEqualTo("The download failed. The publisher does not answer. Please try again later.");
        assertThat(studio.engine.datasets().downloads().requests()).hasSize(2);
    }

    @Test
    void closingInMidDownloadAsksAndCancels(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.J);
        robot.interact(robot.lookup("#download-start").<Button>query()::fire);
        robot.interact(
                () -> studio.workspace.datasets().download().shownProperty().set(false));

        robot.interact(this::requestClose);
        assertThat(studio.stage.isShowing()).isTrue();
        robot.clickOn("Keep downloading");
        assertThat(studio.engine.datasets().downloads().isCancelled()).isFalse();

        robot.interact(this::requestClose);
        robot.clickOn("Cancel and close");
        assertThat(studio.engine.datasets().downloads().isCancelled()).isTrue();
        assertThat(studio.stage.isShowing()).isFalse();
    }

    @Test
    void theLanguageSwitchesInMidDownloadAndItGoesOn(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.J);
        robot.interact(robot.lookup("#download-start").<Button>query()::fire);
        robot.interact(() -> studio.window.appearance().languageProperty().set(Language.JAPANESE));
        studio.engine.datasets().downloads().progress(85_000_000, 170_000_000);

        TestStudio.await(() -> text(robot, "#download-status").startsWith("170 MB 中 85 MB"));
        assertThat(studio.engine.datasets().downloads().isCancelled()).isFalse();
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

            TestStudio.await(() ->
                    studio.workspace.parameters().experiment().dataset().source().equals(file.toString()));
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

    private static List<String> words(FxRobot robot, String query) {
        return robot.lookup(query).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private List<Window> dialogs() {
        return Window.getWindows().stream()
                .filter(window -> window != studio.stage && window instanceof Stage)
                .toList();
    }

    private static KeyEvent enter() {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false);
    }

    private void requestClose() {
        studio.stage.fireEvent(new WindowEvent(studio.stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }
}
