package org.dwastudio.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.dwastudio.nn.torch.TorchEngine;
import org.junit.jupiter.api.Test;

class StoredTensorTest {
    private static final StoredTensor PAIR = new StoredTensor(DataType.FLOAT32, new Shape(2), floats(1.5f, 2.5f));

    @Test
    void theValuesOfATensorAreReplacedByOthersOfItsShapeAndType() {
        try (NDManager manager = TorchEngine.load().newManager();
                NDArray tensor = manager.zeros(new Shape(2));
                NDArray matrix = manager.zeros(new Shape(2, 1));
                NDArray integers = manager.zeros(new Shape(2), DataType.INT32)) {
            PAIR.replace(tensor);

            assertThat(tensor.toFloatArray()).containsExactly(1.5f, 2.5f);
            assertThatThrownBy(() -> PAIR.replace(matrix))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a tensor has the shape (2) and the type float32 instead of (2, 1) and float32");
            assertThatThrownBy(() -> PAIR.replace(integers)).hasMessageEndingWith("instead of (2) and int32");
            assertThat(integers.toIntArray()).containsOnly(0);
        }
    }

    private static ByteBuffer floats(float one, float two) {
        return ByteBuffer.allocate(2 * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(one)
                .putFloat(two)
                .flip();
    }
}
