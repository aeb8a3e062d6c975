package org.dwastudio.pipeline.evaluation;

/** Told how a student's training goes. */
interface StudentWatcher {

    /** A step was made. */
    void stepped(int steps);

    /** The test split was looked at after so many steps; top-1 accuracy, 0 to 1. */
    void measured(int steps, double accuracy);
}
