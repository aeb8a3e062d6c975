package org.dwastudio.ui.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dwastudio.ui.diversity.ReportedClasses.withScores;

import java.util.List;
import org.dwastudio.stage.inspection.ClassMetrics;
import org.dwastudio.stage.inspection.InspectionReport;
import org.junit.jupiter.api.Test;

class DiversityVerdictTest {
    @Test
    void clearlyLowerScoresAreLessDiverse() {
        DiversityVerdict verdict = DiversityVerdict.of(
                withScores(new double[] {3, 6}, new double[] {4, 6}, new double[] {2, 6}, new double[] {3, 6}));

        assertThat(verdict.kind()).isEqualTo(DiversityVerdict.Kind.LESS);
        assertThat(verdict.difference().mean()).isEqualTo(-3);
        // t(0.975, 3) = 3.1824 times the deviation sqrt(2 / 3) by sqrt(4).
        assertThat(verdict.difference().reach().getAsDouble())
                .isCloseTo(3.1824463 * Math.sqrt(2.0 / 3) / 2, within(1e-6));
        assertThat(verdict.worst()).map(ClassMetrics::label).contains(2);
    }

    @Test
    void clearlyHigherScoresAreMoreDiverse() {
        assertThat(DiversityVerdict.of(withScores(new double[] {8, 5}, new double[] {8.2, 5}, new double[] {8.1, 5}))
                        .kind())
                .isEqualTo(DiversityVerdict.Kind.MORE);
    }

    @Test
    void anIntervalWithZeroIsUndecided() {
        DiversityVerdict verdict = DiversityVerdict.of(
                withScores(new double[] {5, 6}, new double[] {6, 5}, new double[] {5, 5.5}, new double[] {6, 5.8}));

        assertThat(verdict.kind()).isEqualTo(DiversityVerdict.Kind.UNDECIDED);
        assertThat(verdict.difference().reach()).isPresent();
    }

    @Test
    void oneClassIsNoEvidence() {
        DiversityVerdict verdict = DiversityVerdict.of(withScores(new double[] {1, 9}));

        assertThat(verdict.kind()).isEqualTo(DiversityVerdict.Kind.UNDECIDED);
        assertThat(verdict.difference().reach()).isEmpty();
        assertThat(verdict.worst()).isPresent();
    }

    @Test
    void noClassHasNoVerdict() {
        DiversityVerdict verdict = DiversityVerdict.of(InspectionReport.of(List.of()));

        assertThat(verdict.kind()).isEqualTo(DiversityVerdict.Kind.UNDECIDED);
        assertThat(verdict.worst()).isEmpty();
    }
}
