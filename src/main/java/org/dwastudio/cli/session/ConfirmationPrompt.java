package org.dwastudio.cli.session;

/** Asks whoever sits at the terminal. */
public interface ConfirmationPrompt {

    /** What was said. */
    enum Reply {
        YES,
        NO,
        /** There is nobody to ask. */
        NOBODY
    }

    Reply ask(String question);

    /** Asks at the console; where input or output is redirected, there is nobody. */
    @SuppressWarnings("SystemConsoleNull") // Main asks newer Javas for the console that is null when redirected.
    static ConfirmationPrompt atConsole() {
        return question -> {
            if (System.console() == null) {
                return Reply.NOBODY;
            }
            String line = System.console().readLine("%s [y/N] ", question);
            return line != null && line.strip().matches("(?i)y(es)?") ? Reply.YES : Reply.NO;
        };
    }
}
