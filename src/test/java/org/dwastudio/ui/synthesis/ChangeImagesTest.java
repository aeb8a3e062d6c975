package org.dwastudio.ui.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import org.dwastudio.image.ImageBatch;
import org.junit.jupiter.api.Test;

class ChangeImagesTest {
    @Test
    void brighterPixelsAreOrangeAndDarkerOnesBlueUpToTheFullColor() {
        ImageBatch start = new ImageBatch(1, 2, 2, 1, new byte[] {100, 100, 0, (byte) 255});
        ImageBatch now = new ImageBatch(1, 2, 2, 1, new byte[] {100, (byte) 164, (byte) 255, 0});

        ImageBatch change = ChangeImages.of(now, start);

        assertThat(change.channels()).isEqualTo(3);
        assertThat(change.bytes())
                .containsExactly(0, 0, 0, 127, 75, 20, (byte) 255, (byte) 150, 40, 60, (byte) 140, (byte) 255);
    }

    @Test
    void colorsAreComparedByTheMeanOfTheirChannels() {
        ImageBatch start = new ImageBatch(1, 1, 2, 3, new byte[] {0, 0, 0, 10, 20, 30});
        ImageBatch now = new ImageBatch(1, 1, 2, 3, new byte[] {64, 64, 64, 30, 20, 10});

        assertThat(ChangeImages.of(now, start).bytes()).containsExactly(127, 75, 20, 0, 0, 0);
    }

    @Test
    void withoutStartImagesTheChangeIsGray() {
        ImageBatch none = ChangeImages.none(new ImageBatch(2, 3, 4, 1, new byte[24]));

        assertThat(none.bytes()).hasSize(72).containsOnly(90);
        assertThat(none.count()).isEqualTo(2);
    }
}
