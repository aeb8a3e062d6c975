package org.dwastudio.stage.comparison;

import java.util.Comparator;

/**
 * Seed of a student: students with equal seeds and recipes have the same start weights and the same random decisions.
 *
 * @param seed seed of the experiment
 * @param student which of several, from 0
 */
public record StudentSeed(long seed, int student) implements Comparable<StudentSeed> {
    private static final Comparator<StudentSeed> ORDER =
            Comparator.comparingLong(StudentSeed::seed).thenComparingInt(StudentSeed::student);

    @Override
    public int compareTo(StudentSeed other) {
        return ORDER.compare(this, other);
    }
}
