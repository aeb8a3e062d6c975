package org.dwastudio.ui.shell;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static org.dwastudio.ui.command.Command.NEVER;
import static org.dwastudio.ui.command.Command.control;
import static org.dwastudio.ui.command.Command.controlShift;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.dwastudio.config.yaml.ExperimentFileName;
import org.dwastudio.ui.command.Command;
import org.dwastudio.ui.command.CommandGroup;
import org.dwastudio.ui.command.CommandLine;
import org.dwastudio.ui.command.MenuEntry;
import org.dwastudio.ui.command.RecentMenu;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.dataset.Datasets;
import org.dwastudio.ui.desktop.FileType;
import org.dwastudio.ui.desktop.PathPicker;
import org.dwastudio.ui.desktop.PathRequest;
import org.dwastudio.ui.desktop.TextClipboard;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.preference.Appearance;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.stage.StagePage;
import org.dwastudio.ui.theme.Theme;
import org.dwastudio.ui.workspace.Edits;
import org.dwastudio.ui.workspace.NextSteps;
import org.dwastudio.ui.workspace.PipelineSequencer;
import org.dwastudio.ui.workspace.StageController;
import org.dwastudio.ui.workspace.Workspace;

/** All commands of the window, each once: menus, tool bar and the list of shortcuts are made from them. */
final class StudioCommands {
    private final Workspace workspace;
    private final Appearance appearance;
    private final PathPicker picker;
    private final Messages texts;
    private final List<CommandGroup> groups;
    private final Command start;
    private final Command pause;
    private final Command step;
    private final Command stop;
    private final Command theme;

    /**
     * Creates the commands.
     *
     * @param ofPages sections of the View menu that belong to the pages
     * @param dialogs opened from the Help menu
     * @param close asks the window to close
     */
    StudioCommands(
            Workspace workspace,
            Appearance appearance,
            PathPicker picker,
            List<List<Command>> ofPages,
            Dialogs dialogs,
            Runnable close,
            Messages texts) {
        this.workspace = workspace;
        this.appearance = appearance;
        this.picker = picker;
        this.texts = texts;
        StageController stages = workspace.stages();
        ObservableValue<RunPhase> state = stages.stateProperty();
        ObservableValue<Boolean> active = state.map(RunPhase::isActive);
        ObservableValue<Boolean> holding = state.map(now -> now == RunPhase.IDLE || now == RunPhase.STOPPING);
        start = command("start", StudioIcon.START, key(KeyCode.F5), stages.cannotStartBinding(), stages::start);
        pause = new Command(
                state.map(now -> now == RunPhase.PAUSED ? "command.resume" : "command.pause"),
                state.map(now -> now == RunPhase.PAUSED ? StudioIcon.START : StudioIcon.PAUSE),
                key(KeyCode.F6),
                holding,
                stages::pauseOrResume);
        step = command("step", StudioIcon.STEP, key(KeyCode.F7), stages.cannotStepBinding(), stages::step);
        stop = command("stop", StudioIcon.STOP, key(KeyCode.F8), holding, stages::stop);
        theme = new Command(
                appearance.themeProperty().map(now -> now == Theme.DARK ? "command.light" : "command.dark"),
                appearance.themeProperty().map(now -> now == Theme.DARK ? StudioIcon.LIGHT : StudioIcon.DARK),
                control(KeyCode.T),
                NEVER,
                () -> appearance
                        .themeProperty()
                        .set(appearance.themeProperty().get().other()));
        ExportCommands exports = new ExportCommands(workspace, picker, texts);
        groups = List.of(
                new CommandGroup(
                        "menu.file",
                        List.of(
                                List.of(
                                        command(
                                                "new",
                                                StudioIcon.NEW,
                                                control(KeyCode.N),
                                                active,
                                                workspace.files()::startNew),
                                        command("open", StudioIcon.OPEN, control(KeyCode.O), active, this::open),
                                        command(
                                                "openRun",
                                                StudioIcon.OPEN,
                                                controlShift(KeyCode.O),
                                                active,
                                                this::openRun),
                                        new RecentMenu(
                                                "menu.recent",
                                                StudioIcon.RECENT,
                                                workspace.files().recent().pathsProperty(),
                                                active,
                                                workspace.files()::open),
                                        command("save", StudioIcon.SAVE, control(KeyCode.S), NEVER, this::save)),
                                datasetFiles(),
                                List.of(exports.menu()),
                                List.of(command("quit", StudioIcon.QUIT, control(KeyCode.Q), NEVER, close)))),
                edit(),
                new CommandGroup("menu.run", List.of(List.of(start, pause, step, stop), List.of(allStages(state)))),
                view(ofPages),
                tools(),
                help(dialogs, workspace.nextSteps()));
        dialogs.setCommands(groups);
    }

    List<CommandGroup> groups() {
        return groups;
    }

    Command start() {
        return start;
    }

    Command pause() {
        return pause;
    }

    Command step() {
        return step;
    }

    Command stop() {
        return stop;
    }

    Command theme() {
        return theme;
    }

    private CommandGroup edit() {
        Edits edits = workspace.edits();
        StageController stages = workspace.stages();
        return new CommandGroup(
                "menu.edit",
                List.of(
                        List.of(
                                command("undo", StudioIcon.UNDO, control(KeyCode.Z), edits.cannotUndo(), edits::undo),
                                command(
                                        "redo",
                                        StudioIcon.REDO,
                                        controlShift(KeyCode.Z),
                                        edits.cannotRedo(),
                                        edits::redo)),
                        List.of(
                                command(
                                        "reset",
                                        StudioIcon.RESET,
                                        control(KeyCode.R),
                                        stages.cannotResetBinding(),
                                        stages::resetSettings),
                                command(
                                        "copy",
                                        StudioIcon.COPY,
                                        controlShift(KeyCode.C),
                                        NEVER,
                                        this::copyCommandLine))));
    }

    private CommandGroup view(List<List<Command>> ofPages) {
        var language = appearance.languageProperty();
        List<List<? extends MenuEntry>> sections = new ArrayList<>();
        sections.add(List.of(
                theme,
                command(
                        "language",
                        StudioIcon.LANGUAGE,
                        control(KeyCode.L),
                        NEVER,
                        () -> language.set(language.get().other()))));
        sections.add(pages());
        sections.addAll(ofPages);
        return new CommandGroup("menu.view", sections);
    }

    /** Ctrl+1 shows the first page, Ctrl+2 the second, and so on. */
    private List<Command> pages() {
        List<Command> commands = new ArrayList<>();
        for (StagePage page : workspace.stages().pages().all()) {
            KeyCode digit = KeyCode.getKeyCode(Integer.toString(commands.size() + 1));
            commands.add(command("page." + page.stage().key(), page.icon(), control(digit), NEVER, () -> workspace
                    .stages()
                    .show(page.stage())));
        }
        return commands;
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
                command("datasetDownload", StudioIcon.FETCH, control(KeyCode.J), NEVER, () -> datasets.download()
                        .shownProperty()
                        .set(true)));
    }

    private List<Command> datasetTools() {
        Datasets datasets = workspace.datasets();
        return List.of(
                command("datasetCheck", StudioIcon.CHECK, control(KeyCode.K), NEVER, datasets.check()::open),
                command("datasetOptions", StudioIcon.OPTIONS, controlShift(KeyCode.K), NEVER, () -> datasets.options()
                        .shownProperty()
                        .set(true)));
    }

    private static CommandGroup help(Dialogs dialogs, NextSteps steps) {
        return new CommandGroup(
                "menu.help",
                List.of(
                        List.of(
                                command("guide", StudioIcon.GUIDE, key(KeyCode.F1), NEVER, dialogs::showGuide),
                                command(
                                        "parameters",
                                        StudioIcon.OPTIONS,
                                        key(KeyCode.F3),
                                        NEVER,
                                        dialogs::showParameters),
                                command(
                                        "keyboard",
                                        StudioIcon.KEYBOARD,
                                        key(KeyCode.F2),
                                        NEVER,
                                        dialogs::showKeyboard)),
                        List.of(command("log", StudioIcon.REPORT, controlShift(KeyCode.F1), NEVER, steps::openLog)),
                        List.of(command(
                                "about",
                                StudioIcon.ABOUT,
                                new KeyCodeCombination(KeyCode.F1, SHIFT_DOWN),
                                NEVER,
                                dialogs::showAbout))));
    }

    private Command allStages(ObservableValue<RunPhase> state) {
        PipelineSequencer pipeline = workspace.pipeline();
        return new Command(
                state.map(now -> now.isActive() ? "command.allStages.after" : "command.allStages"),
                new SimpleObjectProperty<>(StudioIcon.ALL_STAGES),
                new KeyCodeCombination(KeyCode.F5, SHIFT_DOWN),
                Bindings.createBooleanBinding(
                        () -> state.getValue() == RunPhase.STOPPING
                                || pipeline.currentProperty().get().isPresent(),
                        state,
                        pipeline.currentProperty()),
                () -> pipeline.start(texts.language().locale()));
    }

    private CommandGroup tools() {
        return new CommandGroup(
                "menu.tools",
                List.of(
                        datasetTools(),
                        teacherTools(),
                        List.of(command(
                                "history", StudioIcon.HISTORY, control(KeyCode.H), NEVER, workspace.history()::show)),
                        List.of(command(
                                "preferences", StudioIcon.OPTIONS, control(KeyCode.COMMA), NEVER, () -> workspace
                                        .compute()
                                        .shownProperty()
                                        .set(true)))));
    }

    private List<Command> teacherTools() {
        ObservableValue<Boolean> active = workspace.stages().stateProperty().map(RunPhase::isActive);
        return List.of(
                command(
                        "importWeights",
                        StudioIcon.IMPORT,
                        control(KeyCode.I),
                        active,
                        workspace.teachers().imports()::open),
                command(
                        "manageTeachers",
                        StudioIcon.LIBRARY,
                        control(KeyCode.M),
                        NEVER,
                        workspace.teachers().library()::open));
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

    private void copyCommandLine() {
        workspace.files().repeatingFile().ifPresentOrElse(this::copyRepeating, () -> picker.pick(
                        PathRequest.saveFile("picker.save", FileType.EXPERIMENTS, fileName()), texts)
                .ifPresent(file -> workspace.files().save(file, () -> copyRepeating(file))));
    }

    private void copyRepeating(Path file) {
        String commandLine = CommandLine.repeating(file);
        new TextClipboard().put(commandLine);
        workspace.notices().add(Notice.done("notice.copied", commandLine));
    }

    private String fileName() {
        return ExperimentFileName.of(workspace.parameters().experiment());
    }

    private static Command command(
            String key, StudioIcon icon, KeyCombination keys, ObservableValue<Boolean> disabled, Runnable action) {
        return Command.of("command." + key, icon, keys, disabled, action);
    }

    private static KeyCombination key(KeyCode code) {
        return new KeyCodeCombination(code);
    }
}
