package org.dwastudio.ui.sweep.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dwastudio.sweep.SweptFolders;
import org.dwastudio.sweep.Trial;
import org.dwastudio.sweep.analysis.ParallelLine;
import org.junit.jupiter.api.Test;

class ParallelGeometryTest {
    /** Three axes at 46, 160 and 274; place 0 at 122, place 1 at 22. */
    private final ParallelGeometry geometry = new ParallelGeometry(300, 130, 3);

    @Test
    void axesHaveEqualDistancesAndPlacesComeBack() {
        assertThat(List.of(geometry.x(0), geometry.x(1), geometry.x(2))).containsExactly(46.0, 160.0, 274.0);
        assertThat(List.of(geometry.y(0), geometry.y(1))).containsExactly(122.0, 22.0);
        assertThat(geometry.placeAt(geometry.y(0.3))).isCloseTo(0.3, within(1e-12));
        assertThat(geometry.axisAt(170)).contains(1);
        assertThat(geometry.axisAt(100)).isEmpty();
    }

    @Test
    void theNearestLineIsFound() {
        List<Trial> trials = SweptFolders.trials();
        ParallelLine rising = new ParallelLine(trials.get(2), List.of(0.0, 1.0, 1.0));
        ParallelLine flat = new ParallelLine(trials.get(3), List.of(0.5, 0.5, 0.5));

        assertThat(geometry.lineAt(60, 71, List.of(rising, flat))).contains(flat);
        assertThat(geometry.lineAt(60, 110, List.of(rising, flat))).contains(rising);
        assertThat(geometry.lineAt(250, 24, List.of(rising, flat))).contains(rising);
        assertThat(geometry.lineAt(250, 100, List.of(rising, flat))).isEmpty();
    }
}
