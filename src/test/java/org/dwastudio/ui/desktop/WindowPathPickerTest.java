package org.dwastudio.ui.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.screen.Messages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Dialogs for files belong to the active window and begin in the folder that was used last. */
@ExtendWith(ApplicationExtension.class)
class WindowPathPickerTest {
    @TempDir
    private Path folder;

    private final List<Window> owners = new ArrayList<>();
    private final List<Optional<File>> folders = new ArrayList<>();
    private @Nullable File answer;
    private Stage main;
    private Stage tool;
    private WindowPathPicker picker;

    @Start
    void show(Stage stage) {
        main = stage;
        main.setScene(new Scene(new Pane(), 300, 200));
        main.show();
        tool = new Stage();
        tool.initOwner(main);
        tool.setScene(new Scene(new Pane(), 200, 100));
        picker = new WindowPathPicker(main, new Recorder());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(tool::hide);
    }

    @Test
    void dialogsBelongToTheActiveWindow(FxRobot robot) throws TimeoutException {
        activate(robot, main);
        robot.interact(() -> pick(PathRequest.folder("compute.folder.prompt")));
        robot.interact(tool::show);
        activate(robot, tool);
        robot.interact(() -> pick(PathRequest.openFile("picker.tensor", FileType.TENSORS)));
        robot.interact(tool::hide);
        activate(robot, main);
        robot.interact(() -> pick(PathRequest.saveFile("history.picker.csv", FileType.TABLES, "runs.csv")));

        assertThat(owners).containsExactly(main, tool, main);
    }

    @Test
    void everyDialogBeginsInTheFolderThatWasUsedLast(FxRobot robot) throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        robot.interact(() -> {
            answer = first.resolve("start.npz").toFile();
            assertThat(pick(PathRequest.openFile("picker.tensor", FileType.TENSORS)))
                    .contains(first.resolve("start.npz"));
            answer = null;
            assertThat(pick(PathRequest.saveFile("history.picker.csv", FileType.TABLES, "runs.csv")))
                    .isEmpty();
            answer = second.resolve("run").toFile();
            pick(PathRequest.folder("compute.folder.prompt"));
            pick(PathRequest.folder("compute.folder.prompt"));
        });

        assertThat(folders)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(first.toFile()),
                        Optional.of(first.toFile()),
                        Optional.of(second.toFile()));
    }

    private static void activate(FxRobot robot, Window window) throws TimeoutException {
        robot.interact(window::requestFocus);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, window::isFocused);
    }

    private Optional<Path> pick(PathRequest request) {
        return picker.pick(request, Messages.in(Language.ENGLISH));
    }

    private final class Recorder implements NativeDialogs {
        @Override
        public @Nullable File open(FileChooser chooser, Window owner) {
            return answered(chooser.getInitialDirectory(), owner);
        }

        @Override
        public @Nullable File save(FileChooser chooser, Window owner) {
            assertThat(chooser.getInitialFileName()).isEqualTo("runs.csv");
            return answered(chooser.getInitialDirectory(), owner);
        }

        @Override
        public @Nullable File folder(DirectoryChooser chooser, Window owner) {
            return answered(chooser.getInitialDirectory(), owner);
        }

        private @Nullable File answered(@Nullable File begin, Window owner) {
            owners.add(owner);
            folders.add(Optional.ofNullable(begin));
            return answer;
        }
    }
}
