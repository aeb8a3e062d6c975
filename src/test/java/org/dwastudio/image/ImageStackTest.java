package org.dwastudio.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ImageStackTest {
    private static final ImageBatch FIRST = new ImageBatch(1, 1, 2, 1, new byte[] {1, 2});

    @Test
    void imagesLieOneBehindTheOther() {
        ImageStack stack = ImageStack.like(FIRST, 2);

        stack.add(FIRST);
        stack.add(new ImageBatch(1, 1, 2, 1, new byte[] {3, 4}));

        assertThat(stack.images().count()).isEqualTo(2);
        assertThat(stack.images().bytes()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void anImageOfAnotherShapeIsRefused() {
        ImageStack stack = ImageStack.like(FIRST, 1);
        ImageBatch turned = new ImageBatch(1, 2, 1, 1, new byte[2]);

        assertThat(stack.fits(turned)).isFalse();
        assertThatThrownBy(() -> stack.add(turned)).hasMessage("an image of 2×1×1 among images of 1×2×1");
    }
}
