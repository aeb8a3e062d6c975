package org.dwastudio.stage.synthesis.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;
import org.dwastudio.weights.StoredTensor;

/**
 * Students of different ages that alternate. Each is reinitialized after a number of its own steps; the first periods have
 * different lengths, so that no two students are reinitialized together.
 */
final class RegressionStudents implements AutoCloseable {
    private final int studentSteps;
    private final LongFunction<RegressionStudent> births;
    private final List<RegressionStudent> students = new ArrayList<>();
    private int turns;

    /**
     * As a batch begins.
     *
     * @param count how many there are at a time
     * @param studentSteps steps of a student until it is reinitialized
     * @param births makes the student of a number; each number is asked for once, and once more after a restart
     */
    RegressionStudents(int count, int studentSteps, LongFunction<RegressionStudent> births) {
        this.studentSteps = studentSteps;
        this.births = births;
        for (int place = 0; place < count; place++) {
            students.add(births.apply(number(place, 0)));
        }
    }

    /** The one whose turn it is. */
    RegressionStudent next() {
        return students.get(turns % students.size());
    }

    /** The one whose turn it was has made a step. */
    void turnEnds() {
        int place = turns % students.size();
        turns++;
        if (ageOf(place) == 0) {
            students.get(place).close();
            students.set(place, births.apply(number(place, livesOf(place))));
        }
    }

    /** Turns that were taken; with it {@link #restore} knows all that is not in tensors. */
    int turns() {
        return turns;
    }

    void save(String name, Map<String, StoredTensor> tensors) {
        for (int place = 0; place < students.size(); place++) {
            students.get(place).save(name + "/" + place, tensors);
        }
    }

    /** Resumes from the state that {@link #save} stored after the given number of turns. */
    void restore(String name, SynthesisCheckpoint from, int turnsTaken) {
        turns = turnsTaken;
        for (int place = 0; place < students.size(); place++) {
            students.get(place).restore(name + "/" + place, from, ageOf(place));
        }
    }

    /** Steps that the student of a place has made since it began. */
    private int ageOf(int place) {
        int steps = stepsAt(place);
        return steps < firstLife(place) ? steps : (steps - firstLife(place)) % studentSteps;
    }

    /** Students that lived at a place before this one. */
    private int livesOf(int place) {
        int steps = stepsAt(place);
        return steps < firstLife(place) ? 0 : 1 + (steps - firstLife(place)) / studentSteps;
    }

    private int stepsAt(int place) {
        return (turns + students.size() - 1 - place) / students.size();
    }

    private int firstLife(int place) {
        return Math.max(1, studentSteps - place * studentSteps / students.size());
    }

    private long number(int place, int life) {
        return ((long) life << Integer.SIZE) + place;
    }

    @Override
    public void close() {
        students.forEach(RegressionStudent::close);
    }
}
