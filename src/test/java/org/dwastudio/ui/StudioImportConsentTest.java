package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.dwastudio.teacher.ImportConsents;
import org.dwastudio.teacher.ImportRefusals;
import org.dwastudio.teacher.ImportReport;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.teacher.ImportState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class StudioImportConsentTest {
    private static final Path WEIGHTS = Path.of("weights.pth");

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
    void extraTensorsAreNamedAndLeftOutOnRequest(FxRobot robot) {
        begin(robot);
        studio.engine
                .imports()
                .fail(new CompletionException(ImportRefusals.extraTensors(
                        WEIGHTS, List.of("ema.weight", "ema.bias", "a", "b", "c", "d", "e", "f", "g", "h"))));
        await(ImportState.FAILED);
        assertThat(text(robot, "#import-verdict"))
                .startsWith("The file contains 10 tensors that the network does not use: ema.weight, ema.bias, a,")
                .contains("… and 2 more")
                .doesNotContain("--ignore-extra");

        Button agree = robot.lookup("#import-agree").query();
        assertThat(agree.getText()).isEqualTo("Import without them");
        robot.interact(agree::fire);

        await(ImportState.IMPORTING);
        assertThat(studio.engine.imports().requests())
                .extracting(request -> request.consents())
                .containsExactly(ImportConsents.NONE, new ImportConsents(true, false));
        studio.engine.imports().finish(0.9);
        await(ImportState.DONE);
        assertThat(agree.isVisible()).isFalse();
    }

    @Test
    void aTeacherOfOtherClassesIsImportedOnRequestAndTheConsentIsForOneFile(FxRobot robot) {
        begin(robot);
        studio.engine.imports().fail(ImportRefusals.otherClasses("Pets"));
        await(ImportState.FAILED);
        assertThat(text(robot, "#import-verdict")).startsWith("This teacher was trained on Pets");

        robot.interact(() -> robot.lookup("#import-agree").<Button>query().fire());
        await(ImportState.IMPORTING);
        studio.engine.imports().finish(0.1);
        await(ImportState.DONE);
        robot.interact(() -> robot.lookup("#import-discard").<Button>query().fire());
        robot.interact(() -> robot.lookup("#import-choose").<Button>query().fire());
        await(ImportState.READY);
        robot.interact(() -> robot.lookup("#import-start").<Button>query().fire());

        assertThat(studio.engine.imports().requests())
                .extracting(request -> request.consents())
                .containsExactly(ImportConsents.NONE, new ImportConsents(false, true), ImportConsents.NONE);
    }

    @Test
    void anotherFailureAsksForNoConsent(FxRobot robot) {
        begin(robot);
        studio.engine.imports().fail(new IOException("broken"));
        await(ImportState.FAILED);

        assertThat(text(robot, "#import-verdict")).isEqualTo("The weights could not be imported. broken");
        assertThat(robot.lookup("#import-agree").query().isVisible()).isFalse();
    }

    @Test
    void theReportShowsWhatBecameOfTheTensors(FxRobot robot) {
        begin(robot);
        studio.engine
                .imports()
                .finish(
                        0.9,
                        new ImportReport(
                                "state_dict",
                                Map.of("features.0", "conv1"),
                                List.of("conv1.bias"),
                                List.of("bn1.bias"),
                                List.of("ema.weight"),
                                List.of("argparse.Namespace")));
        await(ImportState.DONE);

        assertThat(text(robot, "#import-report").lines())
                .containsExactly(
                        "Weights in the file: state_dict",
                        "Matched by order and shape (name in the file → name in the network): features.0 → conv1",
                        "Biases folded into the norm after them: conv1.bias",
                        "Not in the file, set to 0 or 1: bn1.bias",
                        "Left out: ema.weight",
                        "Python classes named in the file, none of them created: argparse.Namespace");
    }

    @Test
    void tensorsOfTheSameNamesAreReportedAsSuch(FxRobot robot) {
        begin(robot);
        studio.engine.imports().finish(0.9);
        await(ImportState.DONE);

        assertThat(text(robot, "#import-report")).isEqualTo("All tensors have the names of the network.");
    }

    @Test
    void aDamagedTeacherIsListedWithTheReasonAndCanBeMovedToTheTrash(FxRobot robot) throws IOException {
        studio.addTeacher("mine", 28);
        Path damaged = studio.library.folder().resolve("torn.safetensors");
        Files.write(damaged, new byte[5]);
        robot.interact(() -> studio.workspace.teachers().library().open());
        TestStudio.await(() -> studio.workspace.teachers().library().damaged().size() == 1);

        assertThat(studio.workspace.teachers().library().teachers()).hasSize(1);
        assertThat(damagedText(robot)).startsWith("Damaged: " + damaged).contains("the file is broken or cut short");
        assertThat(robot.lookup("#teacher-picker").<MenuButton>query().getItems())
                .extracting(MenuItem::getText)
                .contains("torn.safetensors · damaged");

        robot.interact(() -> robot.lookup("#damaged-trash").<Button>query().fire());
        TestStudio.await(() -> studio.workspace.teachers().library().damaged().isEmpty());
        assertThat(damaged).doesNotExist();
        assertThat(studio.home.resolve("Trash/files/torn.safetensors")).exists();
        assertThat(robot.lookup("#damaged-teachers").query().isVisible()).isFalse();
    }

    @Test
    void theJapaneseWindowShowsTheReasonInJapanese(FxRobot robot) throws IOException {
        Files.createDirectories(studio.library.folder());
        Files.write(studio.library.folder().resolve("torn.safetensors"), new byte[5]);
        robot.interact(() -> studio.window.appearance().languageProperty().set(Language.JAPANESE));
        robot.interact(() -> studio.workspace.teachers().library().open());
        TestStudio.await(() -> studio.workspace.teachers().library().damaged().size() == 1);

        assertThat(damagedText(robot)).startsWith("破損: ").contains("ファイルが破損しているか、途中で終わっています");
    }

    private static String damagedText(FxRobot robot) {
        return robot.from(robot.lookup("#damaged-teachers"))
                .lookup(".warning-words")
                .<Label>query()
                .getText();
    }

    private void begin(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.I);
        studio.picker.answer = Optional.of(WEIGHTS);
        robot.clickOn("#import-choose");
        await(ImportState.READY);
        robot.clickOn("#import-start");
        await(ImportState.IMPORTING);
    }

    private void await(ImportState state) {
        TestStudio.await(
                () -> studio.workspace.teachers().imports().stateProperty().get() == state);
    }

    private static String text(FxRobot robot, String selector) {
        return robot.lookup(selector).<Label>query().getText();
    }
}
