package org.dwastudio.ui.shell;

import static org.dwastudio.ui.command.Command.control;
import static org.dwastudio.ui.command.Command.controlShift;
import static org.dwastudio.ui.command.Command.never;
import static org.dwastudio.ui.shell.StudioCommands.command;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import org.dwastudio.config.yaml.ExperimentFileName;
import org.dwastudio.ui.command.Command;
import org.dwastudio.ui.command.CommandGroup;
import org.dwastudio.ui.command.RecentMenu;
import org.dwastudio.ui.command.ShellCommand;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.dataset.Datasets;
import org.dwastudio.ui.desktop.FileType;
import org.dwastudio.ui.desktop.PathPicker;
import org.dwastudio.ui.desktop.PathRequest;
import org.dwastudio.ui.desktop.TextClipboard;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.workspace.Workspace;

/** Commands of the File menu, and the copy of an experiment's command line, which saves a file first. */
final class FileCommands {
    private final Workspace workspace;
    private final PathPicker picker;
    private final Messages texts;

    FileCommands(Workspace workspace, PathPicker picker, Messages texts) {
        this.workspace = workspace;
        this.picker = picker;
        this.texts = texts;
    }

    /**
     * Returns the menu.
     *
     * @param close asks the window to close
     */
    CommandGroup menu(Runnable close) {
        ObservableValue<Boolean> active = workspace.stages().stateProperty().map(RunPhase::isActive);
        return new CommandGroup(
                "menu.file",
                List.of(
                        List.of(
                                command("new", StudioIcon.NEW, control(KeyCode.N), active, workspace.files()::startNew),
                                command("open", StudioIcon.OPEN, control(KeyCode.O), active, this::open),
                                command("openRun", StudioIcon.OPEN, controlShift(KeyCode.O), active, this::openRun),
                                new RecentMenu(
                                        "menu.recent",
                                        StudioIcon.RECENT,
                                        workspace.files().recent().pathsProperty(),
                                        active,
                                        workspace.files()::open),
                                command("save", StudioIcon.SAVE, control(KeyCode.S), never(), this::save)),
                        datasetFiles(),
                        List.of(new ExportCommands(workspace, picker, texts).menu()),
                        List.of(command("quit", StudioIcon.QUIT, control(KeyCode.Q), never(), close))));
    }

    private List<Command> datasetFiles() {
        Datasets datasets = workspace.datasets();
        ObservableValue<Boolean> busy = datasets.choice().busyProperty();
        return List.of(
                command("datasetFolder", StudioIcon.OPEN, control(KeyCode.D), busy, () -> picker.pick(
                                PathRequest.folder("dataset.picker.folder"), texts)
                        .ifPresent(datasets.choice()::choose)),
                command("datasetArchive", StudioIcon.ARCHIVE, controlShift(KeyCode.D), busy, () -> picker.pick(
                                PathRequest.openFile("dataset.picker.archive", FileType.ARCHIVES), texts)
                        .ifPresent(datasets.choice()::choose)),
                command("datasetDownload", StudioIcon.FETCH, control(KeyCode.J), never(), () -> datasets.download()
                        .shownProperty()
                        .set(true)));
    }

    private void open() {
        picker.pick(PathRequest.openFile("picker.open", FileType.EXPERIMENTS_AND_IMAGES), texts)
                .ifPresent(workspace.files()::open);
    }

    private void openRun() {
        picker.pick(PathRequest.folder("picker.openRun"), texts).ifPresent(workspace.files()::open);
    }

    private void save() {
        picker.pick(PathRequest.saveFile("picker.save", FileType.EXPERIMENTS, fileName()), texts)
                .ifPresent(workspace.files()::save);
    }

    void copyCommandLine() {
        workspace.files().repeatingFile().ifPresentOrElse(this::copyRepeating, () -> picker.pick(
                        PathRequest.saveFile("picker.save", FileType.EXPERIMENTS, fileName()), texts)
                .ifPresent(file -> workspace.files().save(file, () -> copyRepeating(file))));
    }

    private void copyRepeating(Path file) {
        String commandLine = new ShellCommand(System.getProperty("os.name", "")).repeating(file);
        new TextClipboard().put(commandLine);
        workspace.notices().add(Notice.done("notice.copied", commandLine));
    }

    private String fileName() {
        return ExperimentFileName.of(workspace.parameters().experiment());
    }
}
