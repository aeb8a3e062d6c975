package org.dwastudio.cli.session;

/** Yes/no prompt for the user at the terminal. */
public interface ConfirmationPrompt {

    /** Answer to a prompt. */
    enum Reply {
        YES,
        NO,
        /** No interactive terminal is available. */
        NOBODY
    }

    Reply ask(String question);

    /** Returns a prompt on the console; it answers {@code NOBODY} when input or output is redirected. */
    @SuppressWarnings("SystemConsoleNull") // Main configures newer Java versions to return null when redirected.
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
