package org.dwastudio.ui.command;

import java.nio.file.Path;
import java.util.Locale;

/** Shell command that repeats an experiment. */
public final class ShellCommand {
    private static final String PLAIN = "[\\p{L}\\p{N}._/:@+-]+";
    private static final String PLAIN_ON_WINDOWS = "[\\p{L}\\p{N}._/:\\\\@+-]+";

    private final boolean windows;

    /**
     * Creates a writer of commands for one system.
     *
     * @param system name of the operating system, as in {@code os.name}
     */
    public ShellCommand(String system) {
        this.windows = system.toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /** Returns the command that runs an experiment file, including its recorded changes. */
    public String repeating(Path experiment) {
        return "dwa-studio synthesize --config " + quoted(experiment.toString());
    }

    /** Quotes an argument for the shell if necessary; within single quotes, a POSIX shell replaces nothing. */
    private String quoted(String argument) {
        if (argument.matches(windows ? PLAIN_ON_WINDOWS : PLAIN)) {
            return argument;
        }
        return windows ? '"' + argument + '"' : "'" + argument.replace("'", "'\\''") + "'";
    }
}
