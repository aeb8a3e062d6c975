package org.dwastudio.ui.sweep.work;

import java.util.List;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.sweep.TestRun;
import org.dwastudio.sweep.Trial;

/** One run of a sweep. */
public interface SweepSession {

    /**
     * Runs what is not done, and waits for it.
     *
     * @return all trials
     * @throws Exception the failure after which nothing else is tried, or the cancellation
     */
    List<Trial> run() throws Exception;

    /**
     * Tests a trial and the baselines on the test split, and waits for it.
     *
     * @return all tests of the sweep
     * @throws Exception the failure of an evaluation, or the cancellation
     */
    List<TestRun> test(Trial best) throws Exception;

    /**
     * Adds values, trials or seeds, also while the sweep runs.
     *
     * @throws Exception if something else changed, or the folder cannot be written
     */
    void extend(SweepFile changed) throws Exception;

    /**
     * Leaves a trial without runs out, or takes it in again, also while the sweep runs.
     *
     * @param number number of the trial, from 1
     * @throws Exception if the folder cannot be written
     */
    void skip(int number, boolean skipped) throws Exception;

    /** Holds the stage that runs now before its next step. */
    void pause();

    /** Continues the stage that was paused. */
    void resume();

    /** Ends the sweep soon. */
    void cancel();
}
