package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.engine.TeacherImport;
import org.dwastudio.ui.teacher.ImportState;
import org.dwastudio.ui.teacher.LibraryTeacher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class StudioTeachersTest {
    private TestStudio studio;

    @Start
    void open(Stage unused) {
        studio = new TestStudio();
        studio.window.show();
        studio.engine.finishLoading();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(studio::close);
    }

    @Test
    void thePickerOffersFittingTeachersFirstAndShowsWhyOthersDoNotFit(FxRobot robot) throws IOException {
        studio.addTeacher("large", 64);
        studio.addTeacher("mine", 28);
        refresh(robot, 2);

        List<MenuItem> items =
                robot.lookup("#teacher-picker").<MenuButton>query().getItems();
        assertThat(items)
                .filteredOn(item -> !(item instanceof SeparatorMenuItem))
                .extracting(MenuItem::getText)
                .containsExactly(
                        "ResNet-18 ×1/4 (bundled)",
                        "mine · 91.7 %",
                        "large · incompatible: made for 10 classes, 64×64 gray",
                        "Train a teacher…",
                        "Import weights…",
                        "Open a teacher file…",
                        "Manage teachers…");
        assertThat(items.get(1).isDisable()).isFalse();
        assertThat(items.get(2).isDisable()).isTrue();
    }

    @Test
    void anotherTeacherChangesNothingElse(FxRobot robot) throws IOException {
        Path file = studio.addTeacher("mine", 28);
        refresh(robot, 1);
        robot.interact(
                () -> studio.workspace.parameters().valueOf(Adjustment.RHO).set(0.02));

        robot.clickOn("#teacher-picker").clickOn("mine · 91.7 %");

        assertThat(studio.workspace.parameters().experiment().teacher())
                .isEqualTo(new TeacherConfig(file.toString(), Optional.empty()));
        assertThat(studio.workspace.parameters().valueOf(Adjustment.RHO).get()).isEqualTo(0.02);
        assertThat(studio.labels(".card-title")).contains("mine");
    }

    @Test
    void whileASynthesisRunsItsTeacherStays(FxRobot robot) {
        robot.clickOn("#start-button");
        studio.advance(1);

        assertThat(robot.lookup("#teacher-picker").query().isDisabled()).isTrue();
    }

    @Test
    void aTeachersFileIsOpened(FxRobot robot) {
        studio.picker.answer = Optional.of(Path.of("elsewhere.safetensors"));

        robot.clickOn("#teacher-picker").clickOn("Open a teacher file…");

        assertThat(studio.workspace.parameters().experiment().teacher().weights())
                .isEqualTo("elsewhere.safetensors");
    }

    @Test
    void aTeacherIsRenamedInPlaceAndStaysInUse(FxRobot robot) throws IOException {
        Path file = studio.addTeacher("mine", 28);
        robot.push(KeyCode.CONTROL, KeyCode.M);
        awaitTeachers(1);
        robot.clickOn("mine").clickOn("#library-use");
        assertThat(studio.workspace.parameters().experiment().teacher().weights())
                .isEqualTo(file.toString());

        robot.clickOn("#library-rename");
        robot.push(KeyCode.CONTROL, KeyCode.A).write("better").type(KeyCode.ENTER);

        Path renamed = studio.library.folder().resolve("better.safetensors");
        TestStudio.await(() -> teachers().get(0).name().equals("better"));
        assertThat(renamed).exists();
        assertThat(file).doesNotExist();
        assertThat(studio.workspace.parameters().experiment().teacher().weights())
                .isEqualTo(renamed.toString());
    }

    @Test
    void deletingAsksAndMovesTheFileIntoTheTrash(FxRobot robot) throws IOException {
        Path file = studio.addTeacher("mine", 28);
        robot.push(KeyCode.CONTROL, KeyCode.M);
        awaitTeachers(1);
        robot.clickOn("mine").clickOn("#library-delete").clickOn("Keep");
        assertThat(file).exists();

        TestStudio.await(() -> robot.lookup("Keep").tryQuery().isEmpty());
        robot.interact(() -> robot.lookup("#library-delete").<Button>query().fire());
        TestStudio.await(() -> robot.lookup("Delete").tryQuery().isPresent());
        robot.clickOn("Delete");

        awaitTeachers(0);
        assertThat(file).doesNotExist();
        assertThat(studio.awaitNotice("teacher.notice.deleted").arguments()).containsExactly("mine");
        assertThat(studio.home.resolve("Trash/files/mine.safetensors")).exists();
    }

    @Test
    void aTeacherIsRevealedAndAFileAdded(FxRobot robot) throws IOException {
        Path file = studio.addTeacher("mine", 28);
        robot.push(KeyCode.CONTROL, KeyCode.M);
        awaitTeachers(1);
        robot.clickOn("mine").clickOn("#library-reveal");
        TestStudio.await(() -> studio.revealed.size() == 1);
        assertThat(studio.revealed).containsExactly(file);

        studio.picker.answer = Optional.of(studio.home.resolve("source.safetensors"));
        robot.clickOn("#library-add");
        awaitTeachers(2);
        assertThat(teachers()).extracting(LibraryTeacher::name).containsExactly("mine", "source");
    }

    @Test
    void weightsAreImportedMeasuredAndUsed(FxRobot robot) {
        beginImport(robot);
        assertThat(robot.lookup("#import-network").<MenuButton>query().getText())
                .isEqualTo("ResNet-18 · width 64 · small images · 10 classes · 1 ch");
        robot.clickOn("#import-network").clickOn("ResNet-18 · width 64 · ImageNet · 10 classes · 1 ch");

        robot.clickOn("#import-start");
        TestStudio.await(
                () -> studio.workspace.teachers().imports().progressProperty().get() == 0.4);
        TeacherImport request = studio.engine.imports().requests().get(0);
        assertThat(request.network().orElseThrow().stem().name()).isEqualTo("IMAGENET");
        assertThat(request.target()).isEqualTo(studio.library.folder().resolve("weights.safetensors"));
        assertThat(request.dataset().normalization()).isEmpty();
        studio.engine.imports().finish(0.917);
        awaitImport(ImportState.DONE);
        assertThat(verdict(robot)).isEqualTo("Test accuracy: 91.7 % (chance: 10.0 %).");

        robot.clickOn("#import-use");
        assertThat(studio.workspace.parameters().experiment().teacher().weights())
                .isEqualTo(request.target().toString());
        assertThat(robot.lookup("#import-result").tryQuery()).isEmpty();
    }

    @Test
    void anAccuracyNearChanceIsLoudAndNamesTheUsualCauses(FxRobot robot) {
        beginImport(robot);
        robot.clickOn("#import-start");
        studio.engine.imports().finish(0.104);
        awaitImport(ImportState.DONE);

        assertThat(verdict(robot)).contains("only 10.4 %", "close to chance (10.0 %)");
        Node block = robot.lookup("#import-result").query();
        assertThat(block.getStyleClass()).contains("verdict-bad");
        assertThat(block.lookupAll(".label").stream().map(node -> ((Label) node).getText()))
                .anyMatch(text -> text.contains("Normalization")
                        && text.contains("Class order")
                        && text.contains("Architecture"));

        Path file = studio.engine.imports().requests().get(0).target();
        assertThat(file).exists();
        robot.clickOn("#import-discard");
        TestStudio.await(() -> !file.toFile().exists());
        assertThat(studio.workspace.parameters().experiment().teacher().weights())
                .isEqualTo(TeacherConfig.BUNDLED);
    }

    @Test
    void aTypedNormalizationMustHaveANumberForEveryChannel(FxRobot robot) {
        beginImport(robot);
        robot.clickOn("#import-normalization").clickOn("as the weights expect it");
        Button start = robot.lookup("#import-start").query();
        assertThat(start.isDisabled()).isTrue();

        robot.interact(() -> {
            robot.lookup("#import-mean").<TextField>query().setText("0.286, 0.3");
            robot.lookup("#import-std").<TextField>query().setText("0.353");
        });
        assertThat(start.isDisabled()).isTrue();
        assertThat(robot.lookup("#import-normalization-problem").query().isVisible())
                .isTrue();

        robot.interact(() -> robot.lookup("#import-mean").<TextField>query().setText("0.286"));
        robot.clickOn(start);
        assertThat(studio.engine.imports().requests().get(0).dataset().normalization())
                .contains(new ChannelNormalization(List.of(0.286), List.of(0.353)));
    }

    @Test
    void anImportIsCancelledAndCanBeBegunAgain(FxRobot robot) {
        beginImport(robot);
        robot.clickOn("#import-start");
        robot.clickOn("#import-cancel");
        assertThat(studio.engine.imports().isCancelled()).isTrue();
        studio.engine.imports().endCancelled();

        awaitImport(ImportState.READY);
        robot.clickOn("#import-start");
        assertThat(studio.engine.imports().requests()).hasSize(2);
    }

    @Test
    void weightsThatFitNothingAreRefusedWithAMessage(FxRobot robot) {
        studio.engine.imports().fitWith(List.of());
        robot.push(KeyCode.CONTROL, KeyCode.I);
        studio.picker.answer = Optional.of(Path.of("weights.pth"));
        robot.clickOn("#import-choose");

        awaitImport(ImportState.FAILED);
        assertThat(verdict(robot)).startsWith("The tensors of this file match no architecture");
        assertThat(robot.lookup("#import-start").query().isDisabled()).isTrue();
    }

    private void beginImport(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.I);
        studio.picker.answer = Optional.of(Path.of("weights.pth"));
        robot.clickOn("#import-choose");
        awaitImport(ImportState.READY);
    }

    private void awaitImport(ImportState state) {
        TestStudio.await(
                () -> studio.workspace.teachers().imports().stateProperty().get() == state);
    }

    private void refresh(FxRobot robot, int expected) {
        robot.interact(() -> studio.workspace.teachers().library().refresh());
        awaitTeachers(expected);
    }

    private void awaitTeachers(int expected) {
        TestStudio.await(() -> teachers().size() == expected);
    }

    private List<LibraryTeacher> teachers() {
        return studio.workspace.teachers().library().teachers();
    }

    private static String verdict(FxRobot robot) {
        return robot.lookup("#import-verdict").<Label>query().getText();
    }
}
