package org.dwastudio.stage.evaluation;

/** Told how a student's training goes. */
public interface StudentWatcher {

    /** A step was made. */
    void stepped(int steps);

    /**
     * The test split was looked at.
     *
     * @param steps made until then
     * @param accuracy top-1, 0 to 1
     * @param loss mean of the steps since it was looked at before
     */
    void measured(int steps, double accuracy, double loss);
}
