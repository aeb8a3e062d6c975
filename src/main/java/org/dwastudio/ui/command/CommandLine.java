package org.dwastudio.ui.command;

import java.nio.file.Path;

/** Writes what the window does as a command for a terminal. */
public final class CommandLine {
    private CommandLine() {}

    /** The command that runs an experiment's file, its recorded changes included. */
    public static String repeating(Path experiment) {
        return "dwa-studio synthesize --config " + quoted(experiment.toString());
    }

    /** Quoted where a shell would take it apart. */
    private static String quoted(String argument) {
        return argument.matches("[\\p{L}\\p{N}._/:\\\\@+-]+") ? argument : "\"" + argument.replace("\"", "\\\"") + "\"";
    }
}
