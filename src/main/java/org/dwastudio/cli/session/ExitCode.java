package org.dwastudio.cli.session;

/** Process exit codes. */
public final class ExitCode {
    /** Success. */
    public static final int DONE = 0;
    /** Failed run, or differing numbers in a comparison. */
    public static final int FAILED = 1;
    /** Invalid command line, experiment, dataset or weights file. */
    public static final int WRONG_INPUT = 2;

    private ExitCode() {}
}
