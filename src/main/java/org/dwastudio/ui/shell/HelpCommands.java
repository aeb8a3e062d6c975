package org.dwastudio.ui.shell;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static org.dwastudio.ui.command.Command.controlShift;
import static org.dwastudio.ui.command.Command.never;
import static org.dwastudio.ui.shell.StudioCommands.command;
import static org.dwastudio.ui.shell.StudioCommands.key;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.dwastudio.ui.command.CommandGroup;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.workspace.NextSteps;

/** Commands of the Help menu. */
final class HelpCommands {
    private HelpCommands() {}

    /** Returns the menu. */
    static CommandGroup menu(Dialogs dialogs, NextSteps steps) {
        return new CommandGroup(
                "menu.help",
                List.of(
                        List.of(
                                command("guide", StudioIcon.GUIDE, key(KeyCode.F1), never(), dialogs::showGuide),
                                command(
                                        "parameters",
                                        StudioIcon.OPTIONS,
                                        key(KeyCode.F3),
                                        never(),
                                        dialogs::showParameters),
                                command(
                                        "keyboard",
                                        StudioIcon.KEYBOARD,
                                        key(KeyCode.F2),
                                        never(),
                                        dialogs::showKeyboard)),
                        List.of(command("log", StudioIcon.REPORT, controlShift(KeyCode.F1), never(), steps::openLog)),
                        List.of(command(
                                "about",
                                StudioIcon.ABOUT,
                                new KeyCodeCombination(KeyCode.F1, SHIFT_DOWN),
                                never(),
                                dialogs::showAbout))));
    }
}
