package org.dwastudio.ui.sweep.focus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.dwastudio.sweep.SweptFolders;
import org.dwastudio.sweep.Trial;
import org.dwastudio.sweep.analysis.ParallelAxis;
import org.dwastudio.sweep.analysis.SweepAnalysis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrialFocusTest {
    private static final String RHO = "synthesis.rho";

    private final TrialFocus focus = new TrialFocus();

    @BeforeEach
    void show() {
        show(SweptFolders.trials());
    }

    private void show(List<Trial> trials) {
        focus.show(Optional.of(SweepAnalysis.of(SweptFolders.content(), trials).coordinates()));
    }

    @Test
    void brushesOnSeveralAxesKeepTheTrialsInsideOfAll() {
        assertThat(focus.keptProperty().get()).isEmpty();
        assertThat(focus.keeps("preset")).isTrue();

        focus.brush(RHO, Brush.between(0.6, -0.2));
        assertThat(focus.keptProperty().get().orElseThrow()).containsExactly("1", "2");

        focus.brush(ParallelAxis.SCORE, Brush.between(0.7, 1));
        assertThat(focus.keptProperty().get().orElseThrow()).containsExactly("2");
        assertThat(focus.keeps("2")).isTrue();
        assertThat(focus.keeps("3")).isFalse();

        focus.clear(RHO);
        assertThat(focus.keptProperty().get().orElseThrow()).containsExactly("2", "3");
        focus.clearAll();
        assertThat(focus.keptProperty().get()).isEmpty();
    }

    @Test
    void brushesStayWhileTrialsAreAdded() {
        show(SweptFolders.trials().subList(0, 3));
        focus.brush(RHO, new Brush(0.4, 1));
        assertThat(focus.keptProperty().get().orElseThrow()).isEmpty();

        show();
        assertThat(focus.keptProperty().get().orElseThrow()).containsExactly("2", "3");

        focus.show(Optional.empty());
        assertThat(focus.brushesProperty().get()).isEmpty();
    }

    @Test
    void aBrushStaysOnItsAxis() {
        assertThat(Brush.between(1.4, 0.5)).isEqualTo(new Brush(0.5, 1));
        assertThat(new Brush(0.5, 0.75).moved(0.5)).isEqualTo(new Brush(0.75, 1));
        assertThat(new Brush(0.5, 0.75).moved(-1)).isEqualTo(new Brush(0, 0.25));
        assertThat(new Brush(0.5, 0.75).grown(0.5, 0.05)).isEqualTo(new Brush(0.5, 1));
        assertThat(new Brush(0.5, 0.75).grown(-0.5, 0.25)).isEqualTo(new Brush(0.5, 0.75));
        assertThat(new Brush(0.5, 0.75).contains(0.5)).isTrue();
        assertThat(new Brush(0.5, 0.75).contains(0.76)).isFalse();
    }
}
