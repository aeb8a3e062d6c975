package org.dwastudio.ui.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.dwastudio.ui.imagegrid.Tile;
import org.junit.jupiter.api.Test;

class MapPainterTest {
    @Test
    void thumbnailsGrowWithTheRootOfTheZoomUpTo72Pixels() {
        assertThat(MapPainter.side(100, 1, 800, 600)).isEqualTo(18);
        assertThat(MapPainter.side(100, 4, 800, 600)).isEqualTo(36);
        assertThat(MapPainter.side(100, 16, 800, 600)).isEqualTo(72);
        assertThat(MapPainter.side(100, 60, 800, 600)).isEqualTo(72);
        assertThat(MapPainter.side(100, 0.5, 800, 600)).isEqualTo(18);
    }

    @Test
    void imagesThatWouldHideEachOtherArePoints() {
        // 45 % of the area hold 666 thumbnails.
        assertThat(MapPainter.side(666, 1, 800, 600)).isEqualTo(18);
        assertThat(MapPainter.side(667, 1, 800, 600)).isEqualTo(MapPainter.POINT);
        assertThat(MapPainter.side(667, 2, 800, 600)).isEqualTo(25);
        assertThat(MapPainter.side(666, 1, 400, 600)).isEqualTo(MapPainter.POINT);
    }

    @Test
    void theSelectedImageHasItsFrameEvenIfItIsMarked() {
        Tile one = new Tile(1, 2);
        Tile other = new Tile(3, 4);

        assertThat(MapPainter.Frame.of(one, Set.of(one), Optional.of(one))).isEqualTo(MapPainter.Frame.SELECTED);
        assertThat(MapPainter.Frame.of(one, Set.of(one), Optional.of(other))).isEqualTo(MapPainter.Frame.MARKED);
        assertThat(MapPainter.Frame.of(one, Set.of(), Optional.empty())).isEqualTo(MapPainter.Frame.CLASS);
    }
}
