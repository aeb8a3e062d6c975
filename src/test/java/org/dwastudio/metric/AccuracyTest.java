package org.dwastudio.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.dwastudio.nn.torch.TorchEngine;
import org.junit.jupiter.api.Test;

class AccuracyTest {

    @Test
    void batchesOfDifferentSizesCountByTheirImages() {
        try (NDManager manager = TorchEngine.load().newManager()) {
            NDArray three = manager.create(new float[] {1, 0, 0, 1, 2, 1}, new Shape(3, 2));
            NDArray one = manager.create(new float[] {5, 6}, new Shape(1, 2));
            Accuracy accuracy = new Accuracy();

            accuracy.add(three, 0, 1, 1);
            accuracy.add(one, 1);

            assertThat(accuracy.value()).isEqualTo(0.75);
            assertThat(accuracy.total()).isEqualTo(4);
        }
    }

    @Test
    void nothingCountedIsNoAccuracy() {
        assertThat(new Accuracy().value()).isZero();
    }

    @Test
    void aMissingLabelIsRejected() {
        try (NDManager manager = TorchEngine.load().newManager()) {
            NDArray logits = manager.zeros(new Shape(2, 10));
            assertThatThrownBy(() -> new Accuracy().add(logits, 3)).hasMessage("1 labels for logits of shape (2, 10)");
        }
    }
}
