package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.dwastudio.compute.ComputeProblem;
import org.dwastudio.compute.DeviceChoice;
import org.dwastudio.ui.compute.ComputeViewModel;
import org.dwastudio.ui.compute.ComputeViewModel.Outcome;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.screen.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Tests the choice of the compute device in the window. */
@ExtendWith(ApplicationExtension.class)
class StudioComputeTest {
    private TestStudio studio;

    @Start
    void open(Stage unused) {
        studio = new TestStudio();
        studio.window.show();
        studio.engine.finishLoading();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> compute().shownProperty().set(false));
        robot.interact(studio::close);
    }

    @Test
    void theDialogShowsWhatWasFoundAndWhatIsInUse(FxRobot robot) {
        show(robot);
        TestStudio.await(() -> text(robot, "#compute-found").contains("GPU 1 · NVIDIA T4 · 16.0 GB"));
        assertThat(text(robot, "#compute-in-use")).startsWith("CPU");
        assertThat(text(robot, "#compute-outcome")).startsWith("Saved settings take effect at the next start");
        assertThat(compute().devices())
                .containsExactly(
                        new DeviceChoice.Automatic(),
                        new DeviceChoice.Processor(),
                        new DeviceChoice.Graphics(0),
                        new DeviceChoice.Graphics(1));
    }

    @Test
    void threadsAreRememberedForTheNextStart(FxRobot robot) throws Exception {
        show(robot);
        TextField threads = robot.lookup("#compute-threads").query();
        robot.interact(() -> threads.setText("3"));
        robot.clickOn(threads).type(KeyCode.ENTER);
        TestStudio.await(() -> compute().outcomeProperty().get() instanceof Outcome.Remembered);
        assertThat(text(robot, "#compute-outcome")).contains("take effect at the next start");
        assertThat(Files.readString(studio.home.resolve("compute.properties"))).contains("threads=3");
    }

    @Test
    void anUnusableChoiceIsReportedAndNotSaved(FxRobot robot) {
        show(robot);
        robot.interact(() -> compute().deviceProperty().set(new DeviceChoice.Graphics(1)));
        apply(robot);
        assertThat(text(robot, "#compute-outcome")).startsWith("The chosen PyTorch build has no CUDA");
        robot.interact(() -> compute().threadsProperty().set("many"));
        apply(robot);
        assertThat(text(robot, "#compute-outcome")).startsWith("threads: “many” is not a number of threads");
        assertThat(studio.home.resolve("compute.properties")).doesNotExist();
    }

    @Test
    void aFolderIsChosenAndNamedWhenItIsWrong(FxRobot robot) throws Exception {
        Path folder = Files.createDirectories(studio.home.resolve("libtorch"));
        show(robot);
        robot.clickOn("#compute-folder");
        studio.picker.answer = Optional.of(folder);
        robot.clickOn("#compute-choose");
        apply(robot);
        assertThat(text(robot, "#compute-outcome")).startsWith(folder + " contains no libtorch");
    }

    @Test
    void onlyTheCommandLineNamesItsCommand() {
        Messages english = Messages.in(Language.ENGLISH);
        assertThat(Arrays.asList(ComputeProblem.Kind.values())).allSatisfy(kind -> assertThat(
                        english.get("compute.problem." + kind.name().toLowerCase(Locale.ROOT)))
                .isEqualTo(kind.pattern().replace(", or with dwa-studio devices --fetch-cuda", "")));
    }

    private ComputeViewModel compute() {
        return studio.workspace.compute();
    }

    private void show(FxRobot robot) {
        robot.interact(() -> compute().shownProperty().set(true));
        TestStudio.await(() -> robot.lookup("#compute-found").tryQuery().isPresent());
    }

    private void apply(FxRobot robot) {
        robot.interact(() -> compute().apply());
        TestStudio.await(() -> compute().outcomeProperty().get() instanceof Outcome.Refused);
        robot.interact(() -> {});
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).<Label>query().getText();
    }
}
