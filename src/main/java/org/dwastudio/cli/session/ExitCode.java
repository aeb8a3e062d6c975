package org.dwastudio.cli.session;

/** What the shell is told. */
public final class ExitCode {
    /** All done. */
    public static final int DONE = 0;
    /** The run failed, or the numbers differ. */
    public static final int FAILED = 1;
    /** The command line or the experiment is wrong; nothing was started. */
    public static final int WRONG_INPUT = 2;

    private ExitCode() {}
}
