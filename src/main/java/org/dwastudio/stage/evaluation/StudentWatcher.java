package org.dwastudio.stage.evaluation;

/** Listener to the training of a student. */
public interface StudentWatcher {

    /** Reports that a step was made. */
    void stepped(int steps);

    /**
     * Reports a measurement on the test split.
     *
     * @param steps made until then
     * @param accuracy top-1, 0 to 1
     * @param loss mean of the steps since the previous measurement
     */
    void measured(int steps, double accuracy, double loss);
}
