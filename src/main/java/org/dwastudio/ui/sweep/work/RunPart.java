package org.dwastudio.ui.sweep.work;

import java.util.Optional;
import org.dwastudio.event.RunEvent;
import org.dwastudio.sweep.SweepProgress;

/**
 * Finished part of the stage that a sweep runs.
 *
 * @param run the run and its stage
 * @param percent 0 to 100
 */
record RunPart(SweepProgress.Current run, int percent) {
    /** Image sets that students are trained on, one after the other. */
    private static final int SETS = 3;

    private static final double PERCENT = 100;

    /** Returns true if the students of a run are also trained on random real and all real images. */
    static boolean hasRealStudents(SweepProgress.Current run) {
        return run.stage() == SweepProgress.Stage.TEST || run.trial().equals("preset");
    }

    /**
     * Returns the part after an event; that of students which train at the same time never falls.
     *
     * @param before part before the event
     */
    static RunPart after(Optional<RunPart> before, SweepProgress.Current run, RunEvent.Progress event) {
        int now = (int) Math.floor(PERCENT * fraction(run, event));
        int least = before.filter(part -> part.run().equals(run))
                .map(RunPart::percent)
                .orElse(0);
        return new RunPart(run, Math.max(least, Math.min((int) PERCENT, now)));
    }

    private static double fraction(SweepProgress.Current run, RunEvent.Progress event) {
        if (run.stage() == SweepProgress.Stage.EVALUATION && !hasRealStudents(run)) {
            // Students on real images are those of the preset: every third one is trained.
            int students = Math.max(1, event.units() / SETS);
            int finished = event.unit() / SETS;
            return (finished + (double) event.iteration() / Math.max(1, event.iterations())) / students;
        }
        return event.totalSteps() > 0 ? (double) event.step() / event.totalSteps() : 0;
    }
}
