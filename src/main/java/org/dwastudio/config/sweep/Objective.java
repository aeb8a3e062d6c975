package org.dwastudio.config.sweep;

/** Score by which trials are ranked; a higher score is better. */
public enum Objective {
    /** Mean accuracy of students with soft labels on held-out images, 0 to 1. */
    SOFT,
    /** Mean accuracy of students with hard labels on held-out images, 0 to 1. */
    HARD,
    /** Label robust score on held-out images, 0 to 1. */
    LRS,
    /** Vendi score of the distilled images, 1 to images per class; no students are trained. */
    VENDI;

    /** Returns true if students are trained for the score. */
    public boolean needsStudents() {
        return this != VENDI;
    }
}
