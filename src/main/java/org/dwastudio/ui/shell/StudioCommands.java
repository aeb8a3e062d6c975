package org.dwastudio.ui.shell;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static org.dwastudio.ui.command.Command.control;
import static org.dwastudio.ui.command.Command.controlShift;
import static org.dwastudio.ui.command.Command.never;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.dwastudio.ui.command.Command;
import org.dwastudio.ui.command.CommandGroup;
import org.dwastudio.ui.command.MenuEntry;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.dataset.Datasets;
import org.dwastudio.ui.desktop.PathPicker;
import org.dwastudio.ui.preference.Appearance;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.stage.StagePage;
import org.dwastudio.ui.theme.Theme;
import org.dwastudio.ui.workspace.Edits;
import org.dwastudio.ui.workspace.PipelineSequencer;
import org.dwastudio.ui.workspace.StageController;
import org.dwastudio.ui.workspace.Workspace;

/** All commands of the window, each once: menus, tool bar and the list of shortcuts are made from them. */
final class StudioCommands {
    private final Workspace workspace;
    private final Appearance appearance;
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
        this.texts = texts;
        StageController stages = workspace.stages();
        ObservableValue<RunPhase> state = stages.stateProperty();
        ObservableValue<Boolean> holding = state.map(now -> now == RunPhase.IDLE || now == RunPhase.STOPPING);
        start = start(stages, state);
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
                never(),
                () -> appearance
                        .themeProperty()
                        .set(appearance.themeProperty().get().other()));
        FileCommands files = new FileCommands(workspace, picker, texts);
        groups = List.of(
                files.menu(close),
                edit(files),
                new CommandGroup("menu.run", List.of(List.of(start, pause, step, stop), List.of(allStages(state)))),
                view(ofPages),
                tools(),
                HelpCommands.menu(dialogs, workspace.nextSteps()));
        dialogs.setCommands(groups);
    }

    /** Start, or while the engine works the addition to the queue. */
    private Command start(StageController stages, ObservableValue<RunPhase> state) {
        BooleanBinding cannotAdd = workspace.queueing().cannotAddBinding();
        return new Command(
                state.map(now -> now.isActive() ? "command.enqueue" : "command.start"),
                state.map(now -> now.isActive() ? StudioIcon.QUEUE : StudioIcon.START),
                key(KeyCode.F5),
                Bindings.createBooleanBinding(
                        () -> state.getValue().isActive()
                                ? cannotAdd.get()
                                : stages.cannotStartBinding().get(),
                        state,
                        cannotAdd,
                        stages.cannotStartBinding()),
                () -> {
                    if (state.getValue().isActive()) {
                        workspace.queueing().addShown();
                    } else {
                        stages.start();
                    }
                });
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

    private CommandGroup edit(FileCommands files) {
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
                                        never(),
                                        files::copyCommandLine))));
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
                        never(),
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
            commands.add(command("page." + page.stage().key(), page.icon(), control(digit), never(), () -> workspace
                    .stages()
                    .show(page.stage())));
        }
        return commands;
    }

    private List<Command> datasetTools() {
        Datasets datasets = workspace.datasets();
        return List.of(
                command("datasetCheck", StudioIcon.CHECK, control(KeyCode.K), never(), datasets.check()::open),
                command("datasetOptions", StudioIcon.OPTIONS, controlShift(KeyCode.K), never(), () -> datasets.options()
                        .shownProperty()
                        .set(true)));
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
                        List.of(
                                command(
                                        "history",
                                        StudioIcon.HISTORY,
                                        control(KeyCode.H),
                                        never(),
                                        workspace.history()::show),
                                command(
                                        "compare",
                                        StudioIcon.COMPARE,
                                        controlShift(KeyCode.M),
                                        never(),
                                        workspace.comparison()::show),
                                command(
                                        "sweep",
                                        StudioIcon.SWEEP,
                                        controlShift(KeyCode.W),
                                        never(),
                                        workspace.sweep()::show),
                                command(
                                        "queue",
                                        StudioIcon.QUEUE,
                                        controlShift(KeyCode.Q),
                                        never(),
                                        workspace.queue()::show)),
                        List.of(command(
                                "preferences", StudioIcon.OPTIONS, control(KeyCode.COMMA), never(), () -> workspace
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
                        never(),
                        workspace.teachers().library()::open));
    }

    static Command command(
            String key, StudioIcon icon, KeyCombination keys, ObservableValue<Boolean> disabled, Runnable action) {
        return Command.of("command." + key, icon, keys, disabled, action);
    }

    static KeyCombination key(KeyCode code) {
        return new KeyCodeCombination(code);
    }
}
