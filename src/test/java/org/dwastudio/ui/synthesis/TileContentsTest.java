package org.dwastudio.ui.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.dwastudio.image.ImageBatch;
import org.junit.jupiter.api.Test;

class TileContentsTest {
    private static final ColumnSlice SLICE = new ColumnSlice(0, 0);

    private final TileContents contents = new TileContents();
    private final ImageBatch images = new ImageBatch(2, 1, 2, 1, new byte[] {1, 2, 3, 4});

    @Test
    void tilesAreTheImagesAtFirst() {
        assertThat(contents.tilesOf(SLICE, images, Optional.empty())).isSameAs(images);
        assertThat(contents.widthOf(2)).isEqualTo(2);
        assertThat(contents.channelsOf(1)).isEqualTo(1);
    }

    @Test
    void theChangeIsInColor() {
        contents.chosenProperty().set(GridContent.CHANGE);

        assertThat(contents.channelsOf(1)).isEqualTo(3);
        ImageBatch change = contents.tilesOf(SLICE, images, Optional.of(images));
        assertThat(change.channels()).isEqualTo(3);
        assertThat(change.bytes()).containsOnly(0);
    }

    @Test
    void theNearestRealImageIsAtTheRightOfEachImage() {
        contents.chosenProperty().set(GridContent.NEAREST);
        assertThat(contents.widthOf(2)).isEqualTo(4);
        assertThat(contents.tilesOf(SLICE, images, Optional.empty()).bytes())
                .as("not known yet")
                .containsExactly(1, 2, 90, 90, 3, 4, 90, 90);

        contents.nearest().put(SLICE, new ImageBatch(2, 1, 2, 1, new byte[] {5, 6, 7, 8}));

        ImageBatch pairs = contents.tilesOf(SLICE, images, Optional.empty());
        assertThat(pairs.width()).isEqualTo(4);
        assertThat(pairs.bytes()).containsExactly(1, 2, 5, 6, 3, 4, 7, 8);
    }
}
