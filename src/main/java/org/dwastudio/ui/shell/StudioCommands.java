package org.dwastudio.ui.shell;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.dwastudio.config.yaml.ExperimentFileName;
import org.dwastudio.ui.command.Command;
import org.dwastudio.ui.command.CommandGroup;
import org.dwastudio.ui.command.CommandLine;
import org.dwastudio.ui.command.RecentMenu;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.dataset.Datasets;
import org.dwastudio.ui.desktop.PathPicker;
import org.dwastudio.ui.imagegrid.ImageGrid;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.preference.Appearance;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.synthesis.RunPhase;
import org.dwastudio.ui.theme.Theme;
import org.dwastudio.ui.workspace.Page;
import org.dwastudio.ui.workspace.PipelineSequencer;
import org.dwastudio.ui.workspace.StageController;
import org.dwastudio.ui.workspace.Workspace;

/** Everything that can be done in the window, once: menus, tool bar and the list of shortcuts are made from it. */
final class StudioCommands {
    private static final ObservableValue<Boolean> NEVER = new SimpleBooleanProperty(false);

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
    private final Command export;

    /**
     * @param grid whose zoom the View menu changes
     * @param dialogs opens what the Help menu shows
     * @param close asks the window to close
     */
    StudioCommands(
            Workspace workspace,
            Appearance appearance,
            PathPicker picker,
            ImageGrid grid,
            Dialogs dialogs,
            Runnable close,
            Messages texts) {
        this.workspace = workspace;
        this.appearance = appearance;
        this.picker = picker;
        this.texts = texts;
        StageController activity = workspace.activity();
        ObservableValue<RunPhase> state = activity.stateProperty();
        ObservableValue<Boolean> active = state.map(RunPhase::isActive);
        ObservableValue<Boolean> holding = state.map(now -> now == RunPhase.IDLE || now == RunPhase.STOPPING);
        start = command("start", StudioIcon.START, key(KeyCode.F5), activity.cannotStartBinding(), activity::start);
        pause = new Command(
                state.map(now -> now == RunPhase.PAUSED ? "command.resume" : "command.pause"),
                state.map(now -> now == RunPhase.PAUSED ? StudioIcon.START : StudioIcon.PAUSE),
                key(KeyCode.F6),
                holding,
                activity::pauseOrResume);
        step = command("step", StudioIcon.STEP, key(KeyCode.F7), cannotStep(activity), activity::step);
        stop = command("stop", StudioIcon.STOP, key(KeyCode.F8), holding, activity::stop);
        theme = new Command(
                appearance.themeProperty().map(now -> now == Theme.DARK ? "command.light" : "command.dark"),
                appearance.themeProperty().map(now -> now == Theme.DARK ? StudioIcon.LIGHT : StudioIcon.DARK),
                control(KeyCode.T),
                NEVER,
                () -> appearance
                        .themeProperty()
                        .set(appearance.themeProperty().get().other()));
        ExportCommands exports = new ExportCommands(workspace, picker, texts);
        export = exports.imageFolder();
        groups = List.of(
                new CommandGroup(
                        "menu.file",
                        List.of(
                                List.of(
                                        command("new", StudioIcon.NEW, control(KeyCode.N), active, this::startNew),
                                        command("open", StudioIcon.OPEN, control(KeyCode.O), active, this::open),
                                        command(
                                                "openRun",
                                                StudioIcon.OPEN,
                                                new KeyCodeCombination(KeyCode.O, SHORTCUT_DOWN, SHIFT_DOWN),
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
                view(grid),
                tools(dialogs),
                help(dialogs));
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

    Command export() {
        return export;
    }

    private CommandGroup edit() {
        var parameters = workspace.parameters();
        var history = parameters.history();
        return new CommandGroup(
                "menu.edit",
                List.of(
                        List.of(
                                command(
                                        "undo",
                                        StudioIcon.UNDO,
                                        control(KeyCode.Z),
                                        history.canUndoProperty().not(),
                                        parameters::undo),
                                command(
                                        "redo",
                                        StudioIcon.REDO,
                                        new KeyCodeCombination(KeyCode.Z, SHORTCUT_DOWN, SHIFT_DOWN),
                                        history.canRedoProperty().not(),
                                        parameters::redo)),
                        List.of(
                                command(
                                        "reset",
                                        StudioIcon.RESET,
                                        control(KeyCode.R),
                                        parameters.changedCountBinding().isEqualTo(0),
                                        parameters::resetToPreset),
                                command(
                                        "copy",
                                        StudioIcon.COPY,
                                        new KeyCodeCombination(KeyCode.C, SHORTCUT_DOWN, SHIFT_DOWN),
                                        NEVER,
                                        this::copyCommandLine))));
    }

    private CommandGroup view(ImageGrid grid) {
        var logarithmic = workspace.loss().logarithmicProperty();
        var language = appearance.languageProperty();
        return new CommandGroup(
                "menu.view",
                List.of(
                        List.of(
                                theme,
                                command(
                                        "language",
                                        StudioIcon.LANGUAGE,
                                        control(KeyCode.L),
                                        NEVER,
                                        () -> language.set(language.get().other()))),
                        List.of(
                                command(
                                        "distil",
                                        StudioIcon.PICTURES,
                                        control(KeyCode.DIGIT2),
                                        NEVER,
                                        () -> show(Page.SYNTHESIS)),
                                command(
                                        "relabel",
                                        StudioIcon.TENSORS,
                                        control(KeyCode.DIGIT3),
                                        NEVER,
                                        () -> show(Page.RELABEL)),
                                command(
                                        "evaluate",
                                        StudioIcon.RESULTS,
                                        control(KeyCode.DIGIT4),
                                        NEVER,
                                        () -> show(Page.EVALUATION))),
                        List.of(
                                command("zoomIn", StudioIcon.ZOOM_IN, control(KeyCode.EQUALS), NEVER, grid::zoomIn),
                                command("zoomOut", StudioIcon.ZOOM_OUT, control(KeyCode.MINUS), NEVER, grid::zoomOut),
                                command("zoomFit", StudioIcon.ZOOM_FIT, control(KeyCode.DIGIT0), NEVER, grid::fit)),
                        List.of(new Command(
                                logarithmic.map(now -> now ? "command.linear" : "command.logarithmic"),
                                new SimpleObjectProperty<>(StudioIcon.SCALE),
                                control(KeyCode.G),
                                NEVER,
                                () -> logarithmic.set(!logarithmic.get())))));
    }

    private List<Command> datasetFiles() {
        Datasets datasets = workspace.datasets();
        ObservableValue<Boolean> busy = datasets.choice().busyProperty();
        return List.of(
                command("datasetFolder", StudioIcon.OPEN, control(KeyCode.D), busy, () -> picker.datasetFolder(texts)
                        .ifPresent(datasets.choice()::choose)),
                command(
                        "datasetArchive",
                        StudioIcon.ARCHIVE,
                        new KeyCodeCombination(KeyCode.D, SHORTCUT_DOWN, SHIFT_DOWN),
                        busy,
                        () -> picker.datasetArchive(texts).ifPresent(datasets.choice()::choose)),
                command("datasetDownload", StudioIcon.FETCH, control(KeyCode.J), NEVER, () -> datasets.download()
                        .shownProperty()
                        .set(true)));
    }

    private List<Command> datasetTools() {
        Datasets datasets = workspace.datasets();
        return List.of(
                command("datasetCheck", StudioIcon.CHECK, control(KeyCode.K), NEVER, datasets.check()::open),
                command(
                        "datasetOptions",
                        StudioIcon.OPTIONS,
                        new KeyCodeCombination(KeyCode.K, SHORTCUT_DOWN, SHIFT_DOWN),
                        NEVER,
                        () -> datasets.options().shownProperty().set(true)));
    }

    private static CommandGroup help(Dialogs dialogs) {
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
                        List.of(command(
                                "about",
                                StudioIcon.ABOUT,
                                new KeyCodeCombination(KeyCode.F1, SHIFT_DOWN),
                                NEVER,
                                dialogs::showAbout))));
    }

    private static ObservableValue<Boolean> cannotStep(StageController activity) {
        return Bindings.createBooleanBinding(
                () -> activity.busyPage().orElse(Page.SYNTHESIS) != Page.SYNTHESIS
                        || activity.pageProperty().get() != Page.SYNTHESIS
                        || activity.stateProperty().get() == RunPhase.STOPPING
                        || (activity.stateProperty().get() == RunPhase.IDLE
                                && !activity.problems().isEmpty()),
                activity.problemSources());
    }

    private Command allStages(ObservableValue<RunPhase> state) {
        PipelineSequencer stages = workspace.allStages();
        return new Command(
                state.map(now -> now.isActive() ? "command.allStages.after" : "command.allStages"),
                new SimpleObjectProperty<>(StudioIcon.ALL_STAGES),
                new KeyCodeCombination(KeyCode.F5, SHIFT_DOWN),
                Bindings.createBooleanBinding(
                        () -> state.getValue() == RunPhase.STOPPING
                                || stages.underWayProperty().get().isPresent(),
                        state,
                        stages.underWayProperty()),
                () -> stages.start(texts.language().locale()));
    }

    private CommandGroup tools(Dialogs dialogs) {
        return new CommandGroup(
                "menu.tools",
                List.of(
                        datasetTools(),
                        teacherTools(dialogs),
                        List.of(command(
                                "history", StudioIcon.HISTORY, control(KeyCode.H), NEVER, workspace.history()::show)),
                        List.of(command(
                                "preferences", StudioIcon.OPTIONS, control(KeyCode.COMMA), NEVER, () -> workspace
                                        .compute()
                                        .shownProperty()
                                        .set(true)))));
    }

    private List<Command> teacherTools(Dialogs dialogs) {
        ObservableValue<Boolean> active = workspace.activity().stateProperty().map(RunPhase::isActive);
        return List.of(
                command("train", StudioIcon.TRAIN, control(KeyCode.DIGIT1), NEVER, () -> show(Page.SQUEEZE)),
                command(
                        "importWeights",
                        StudioIcon.IMPORT,
                        control(KeyCode.I),
                        active,
                        () -> dialogs.showImport(workspace, picker)),
                command(
                        "manageTeachers",
                        StudioIcon.LIBRARY,
                        control(KeyCode.M),
                        NEVER,
                        () -> dialogs.showTeachers(workspace, picker)));
    }

    private void show(Page page) {
        workspace.activity().pageProperty().set(page);
    }

    private void startNew() {
        workspace.files().startNew();
        workspace.beginAnew();
    }

    private void open() {
        picker.experimentToOpen(texts).ifPresent(workspace.files()::open);
    }

    private void openRun() {
        picker.runToOpen(texts).ifPresent(workspace.files()::open);
    }

    private void save() {
        picker.experimentToSave(fileName(), texts).ifPresent(workspace.files()::save);
    }

    private void copyCommandLine() {
        workspace.files().repeatingFile().ifPresentOrElse(this::copyRepeating, () -> picker.experimentToSave(
                        fileName(), texts)
                .ifPresent(file -> workspace.files().save(file, () -> copyRepeating(file))));
    }

    private void copyRepeating(Path file) {
        String commandLine = CommandLine.repeating(file);
        copy(commandLine);
        workspace.notices().add(Notice.done("notice.copied", commandLine));
    }

    /** Puts a text on the clipboard. */
    void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private String fileName() {
        return ExperimentFileName.of(workspace.parameters().experiment());
    }

    private static Command command(
            String key, StudioIcon icon, KeyCombination keys, ObservableValue<Boolean> disabled, Runnable action) {
        return new Command(
                new SimpleStringProperty("command." + key), new SimpleObjectProperty<>(icon), keys, disabled, action);
    }

    private static KeyCombination key(KeyCode code) {
        return new KeyCodeCombination(code);
    }

    private static KeyCombination control(KeyCode code) {
        return new KeyCodeCombination(code, SHORTCUT_DOWN);
    }
}
