package org.dwastudio.ui.sweep.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import org.dwastudio.config.StageName;
import org.dwastudio.event.RunEvent;
import org.dwastudio.sweep.SweepProgress;
import org.dwastudio.sweep.SweepProgress.Stage;
import org.junit.jupiter.api.Test;

class RunPartTest {
    private static final int STEPS = 100;
    private static final int STUDENTS = 6;

    @Test
    void thePresetCountsItsStudentsOnRealImages() {
        SweepProgress.Current preset = new SweepProgress.Current("preset", 42, Stage.EVALUATION);

        assertThat(RunPart.hasRealStudents(preset)).isTrue();
        assertThat(RunPart.after(Optional.empty(), preset, student(2, 50, 250)).percent())
                .isEqualTo(41);
    }

    @Test
    void otherTrialsCountTheirStudentsOnDistilledImages() {
        SweepProgress.Current trial = new SweepProgress.Current("3", 42, Stage.EVALUATION);

        RunPart second = RunPart.after(Optional.empty(), trial, student(3, 50, 350));
        assertThat(second.percent()).isEqualTo(75);
        // The first student, which trains at the same time, does not take the part back.
        assertThat(RunPart.after(Optional.of(second), trial, student(0, 99, 350))
                        .percent())
                .isEqualTo(75);
        SweepProgress.Current next = new SweepProgress.Current("3", 43, Stage.EVALUATION);
        assertThat(RunPart.after(Optional.of(second), next, student(0, 10, 10)).percent())
                .isEqualTo(5);
    }

    @Test
    void theTimeLeftDoesNotFallBelowThatOfTheRunsThatWait() {
        TimeEstimate start = new TimeEstimate(OptionalDouble.of(100), 80, 0);

        assertThat(start.at(15_000_000_000L).seconds()).hasValue(85);
        assertThat(start.at(60_000_000_000L).seconds()).hasValue(80);
        assertThat(start.at(60_000_000_000L).at(99_000_000_000L).seconds()).hasValue(80);
    }

    private static RunEvent.Progress student(int unit, int iteration, long step) {
        return new RunEvent.Progress(
                StageName.EVALUATION, unit, iteration, STEPS, STUDENTS, step, (long) STUDENTS * STEPS);
    }
}
