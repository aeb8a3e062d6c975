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
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.data.PublishedDataset;
import org.dwastudio.ui.dataset.WorkState;
import org.dwastudio.ui.fake.FakeDatasets;
import org.dwastudio.ui.screen.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Checks and downloads of datasets in the window: progress, findings, cancellation and failures. */
@ExtendWith(ApplicationExtension.class)
class StudioDatasetWorkTest {
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
                        "val/cat/img_0900.jpg = train/cat/img_0007.jpg",
                        "train/cat/img_0011.jpg (cat) = train/dog/img_0012.jpg (dog)");
    }

    @Test
    void measuredMeanAndDeviationBecomeTheNormalization(FxRobot robot) {
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
    void aDownloadIsCanceledResumesAndFailsWithAMessage(FxRobot robot) {
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
    void theLanguageSwitchesInMidDownloadAndItContinues(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.J);
        robot.interact(robot.lookup("#download-start").<Button>query()::fire);
        robot.interact(() -> studio.window.appearance().languageProperty().set(Language.JAPANESE));
        studio.engine.datasets().downloads().progress(85_000_000, 170_000_000);

        TestStudio.await(() -> text(robot, "#download-status").startsWith("170 MB 中 85 MB"));
        assertThat(studio.engine.datasets().downloads().isCancelled()).isFalse();
        assertThat(dialogs()).hasSize(1);
    }

    private void choose(FxRobot robot, Path path) {
        robot.interact(() -> studio.workspace.datasets().choice().choose(path));
        TestStudio.await(
                () -> studio.labels(".card-title").contains(path.getFileName().toString()));
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

    private void requestClose() {
        studio.stage.fireEvent(new WindowEvent(studio.stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }
}
