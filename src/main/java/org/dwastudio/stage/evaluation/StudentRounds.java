package org.dwastudio.stage.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.concurrent.PartResult;
import org.dwastudio.stage.concurrent.StageWorkers;
import org.dwastudio.stage.evaluation.StudentTraining.Measurement;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.stage.evaluation.result.StudentTask;

/**
 * Rounds of the students that train at the same time: each makes one step, then those whose measurement is due are
 * measured. Steps and measurements run on workers, everything else on the engine thread between them.
 *
 * @param workers students that train at the same time
 * @param control checked before every round, and before every batch of a test
 * @param checkpoints where the students are saved
 */
record StudentRounds(StageWorkers workers, RunControl control, StudentCheckpoints checkpoints) {
    /**
     * Student in training.
     *
     * @param training its training
     * @param watcher notified after its steps and measurements
     */
    record Running(StudentTraining training, StudentWatcher watcher) {}

    /** Students that are to be trained, one after another or several at the same time. */
    interface Students {
        /** Begins the next student; empty if all have begun. */
        Optional<Running> next() throws IOException;

        /** Takes the result of a student whose training has ended. */
        void finished(StudentResult result) throws IOException;
    }

    /**
     * Trains students to their last steps. The place of a finished one is taken by the next.
     *
     * @return false if the run was canceled
     * @throws org.dwastudio.stage.StageException if a loss is no longer a number
     * @throws IOException if a checkpoint or a result cannot be written
     */
    boolean run(Students students) throws IOException {
        List<Running> running = new ArrayList<>();
        try {
            fill(running, students);
            boolean proceeds = true;
            while (proceeds && !running.isEmpty()) {
                proceeds = advance(running);
                end(running, students);
                if (proceeds) {
                    fill(running, students);
                }
            }
            return proceeds;
        } finally {
            running.forEach(student -> student.training().close());
        }
    }

    private void fill(List<Running> running, Students students) throws IOException {
        while (running.size() < workers.count()) {
            Optional<Running> next = students.next();
            if (next.isEmpty()) {
                return;
            }
            running.add(next.get());
        }
    }

    private static void end(List<Running> running, Students students) throws IOException {
        for (Running student : List.copyOf(running)) {
            if (student.training().isFinished() && student.training().isMeasured()) {
                running.remove(student);
                StudentResult result = student.training().result();
                student.training().close();
                students.finished(result);
            }
        }
    }

    /** Advances every student by one step; returns false if the run was canceled. */
    private boolean advance(List<Running> students) throws IOException {
        if (!control.proceed()) {
            keep(students);
            return false;
        }
        List<PartResult<Boolean>> steps = runAll(students, training -> {
            training.step();
            return true;
        });
        for (int i = 0; i < students.size(); i++) {
            steps.get(i).get();
            students.get(i).watcher().stepped(students.get(i).training().made());
        }
        boolean whole = measure(students.stream()
                .filter(student -> !student.training().isMeasured())
                .toList());
        if (!whole || checkpoints.isDue()) {
            keep(students);
        }
        return whole;
    }

    /** Measures students; returns false if the run was canceled before all were measured. */
    private boolean measure(List<Running> due) {
        List<PartResult<Optional<Measurement>>> results = runAll(due, training -> training.measure(control.token()));
        boolean whole = true;
        for (int i = 0; i < due.size(); i++) {
            Running student = due.get(i);
            Optional<Measurement> measured = results.get(i).get();
            measured.ifPresent(numbers ->
                    student.watcher().measured(student.training().made(), numbers.accuracy(), numbers.loss()));
            whole &= measured.isPresent();
        }
        return whole;
    }

    private <T> List<PartResult<T>> runAll(List<Running> students, Function<StudentTraining, T> work) {
        return workers.runAll(students.stream()
                .<Callable<T>>map(student -> () -> work.apply(student.training()))
                .toList());
    }

    /**
     * Saves students. One whose last step was not measured is not saved: a resumed run repeats and measures it. The last
     * step is not saved either: it ends in a result.
     */
    private void keep(List<Running> students) throws IOException {
        Map<StudentTask, Supplier<StudentCheckpoint>> kept = new LinkedHashMap<>();
        for (Running student : students) {
            StudentTraining training = student.training();
            if (!training.isFinished() && training.isMeasured()) {
                kept.put(training.task(), training::checkpoint);
            }
        }
        if (!kept.isEmpty()) {
            checkpoints.keep(kept);
        }
    }
}
