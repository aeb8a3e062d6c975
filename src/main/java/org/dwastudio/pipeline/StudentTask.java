package org.dwastudio.pipeline;

/**
 * One student.
 *
 * @param set on which images it is trained
 * @param labels what it is told about them
 * @param student which of several, from 0; decides its start weights and everything drawn in its training
 */
public record StudentTask(TrainingSet set, Labels labels, int student) {
    /** For example {@code distilled-soft-0}; names its file. */
    public String key() {
        return set.key() + "-" + labels.key() + "-" + student;
    }
}
