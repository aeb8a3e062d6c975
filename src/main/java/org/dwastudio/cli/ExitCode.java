package org.dwastudio.cli;

/** What the shell is told. */
final class ExitCode {
    /** All done. */
    static final int DONE = 0;
    /** The run failed, or the numbers differ. */
    static final int FAILED = 1;
    /** The command line or the experiment is wrong; nothing was started. */
    static final int WRONG_INPUT = 2;

    private ExitCode() {}
}
