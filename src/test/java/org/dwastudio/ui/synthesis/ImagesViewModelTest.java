package org.dwastudio.ui.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import org.dwastudio.config.StageName;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.RunEvent;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.ui.imagegrid.Tile;
import org.junit.jupiter.api.Test;

class ImagesViewModelTest {
    private final ImagesViewModel model = new ImagesViewModel();

    @Test
    void imagesOfASmallGridAreKeptAsTheyAre() {
        begin(10, 10);
        ImageBatch block = flat(10, 32, 7);

        model.onEvent(images(3, 0, block));
        model.onEvent(images(4, 0, flat(10, 32, 8)));

        assertThat(model.layoutProperty().get().height()).isEqualTo(32);
        assertThat(model.imageAt(new Tile(5, 3)).orElseThrow().block()).isSameAs(block);
        assertThat(model.isReduced(model.imageAt(new Tile(5, 3)).orElseThrow())).isFalse();
    }

    @Test
    void aHugeGridKeepsSmallerImagesAndOnlyTheLastInFullSize() {
        begin(1000, 50);
        ImageBatch first = flat(100, 224, 7);
        ImageBatch last = flat(100, 224, 9);

        model.onEvent(images(0, 0, first));
        model.onEvent(images(0, 100, last));

        GridLayout layout = model.layoutProperty().get();
        long kept = 2L * 1000 * 50 * layout.height() * layout.width() * layout.channels();
        assertThat(kept).isLessThanOrEqualTo(ThumbnailScaler.MOST_BYTES);
        assertThat(layout.height()).isEqualTo(224 / 8);
        ImageRef shown = model.imageAt(new Tile(150, 0)).orElseThrow();
        assertThat(shown.block()).isSameAs(last);
        assertThat(shown.index()).isEqualTo(50);
        assertThat(model.isReduced(shown)).isFalse();
        ImageRef older = model.imageAt(new Tile(50, 0)).orElseThrow();
        assertThat(older.block().height()).isEqualTo(28);
        assertThat(older.block().at(50, 27, 27, 2)).isEqualTo(7);
        assertThat(model.isReduced(older)).isTrue();
        assertThat(model.startAt(new Tile(150, 0)).orElseThrow().block().height())
                .isEqualTo(28);
    }

    @Test
    void aSmallerImageIsTheMeanOfSquares() {
        byte[] bytes = {10, 20, 30, 40, 50, 60, (byte) 200, (byte) 201, 9};
        ImageBatch block = new ImageBatch(1, 3, 3, 1, bytes);

        ImageBatch reduced = new ThumbnailScaler(2).of(block);

        assertThat(reduced.bytes()).containsExactly((10 + 20 + 40 + 50 + 2) / 4);
    }

    @Test
    void aColumnThatTheRunLeavesUnfinishedIsNoLongerMarkedAsRunning() {
        begin(10, 2);
        model.onEvent(images(0, 0, flat(10, 4, 7)));

        model.onEnd();

        assertThat(model.columnAt(new Tile(5, 0)).orElseThrow().state()).isEqualTo(ColumnState.STOPPED);
    }

    @Test
    void theColumnThatTheRunHasComeToIsFollowed() {
        begin(10, 5);
        assertThat(model.followedProperty().get()).isEmpty();
        model.onEvent(images(0, 0, flat(10, 4, 7), ColumnState.WAITING));
        assertThat(model.followedProperty().get()).isEmpty();

        model.onEvent(images(1, 0, flat(10, 4, 7), ColumnState.RUNNING));
        assertThat(model.followedProperty().get()).hasValue(1);
        model.onEvent(images(1, 0, flat(10, 4, 7), ColumnState.FINISHED));
        model.onEvent(images(2, 0, flat(10, 4, 7), ColumnState.FINISHED));
        assertThat(model.followedProperty().get()).hasValue(2);

        model.onEnd();
        assertThat(model.followedProperty().get()).isEmpty();
    }

    @Test
    void noColumnIsFollowedWhileSeveralRunAtOnce() {
        begin(10, 5);

        model.onEvent(images(0, 0, flat(10, 4, 7), ColumnState.RUNNING));
        model.onEvent(images(1, 0, flat(10, 4, 7), ColumnState.RUNNING));

        assertThat(model.followedProperty().get()).isEmpty();
    }

    private void begin(int classes, int columns) {
        model.onStart(SynthesisPresets.demonstration()
                .withSynthesis(SynthesisPresets.demonstration().synthesis().withImagesPerClass(columns)));
        model.onEvent(new RunEvent.StageStarted(
                StageName.SYNTHESIS, 1, Collections.nCopies(classes, "class"), Instant.EPOCH));
    }

    private static RunEvent images(int column, int firstClass, ImageBatch block) {
        return images(column, firstClass, block, ColumnState.RUNNING);
    }

    private static RunEvent images(int column, int firstClass, ImageBatch block, ColumnState state) {
        return new RunEvent.ImagesChanged(column, 0, firstClass, state, block);
    }

    private static ImageBatch flat(int count, int size, int value) {
        byte[] bytes = new byte[count * size * size * 3];
        Arrays.fill(bytes, (byte) value);
        return new ImageBatch(count, size, size, 3, bytes);
    }
}
