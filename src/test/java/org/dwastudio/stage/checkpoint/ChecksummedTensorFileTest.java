package org.dwastudio.stage.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.WeightsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that the checkpoints of all stages and the soft labels are kept in, damaged in every way that a disk can. */
class ChecksummedTensorFileTest {
    private static final int FORMAT = 1;

    @TempDir
    private Path folder;

    private Path file;
    private byte[] whole;
    private ChecksummedTensorFile written;

    @BeforeEach
    void write() throws IOException {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        tensors.put("state/block.0.weight", tensor(DataType.FLOAT32, new Shape(2, 3), 24));
        tensors.put("state/steps", tensor(DataType.INT64, new Shape(), 8));
        tensors.put("none", tensor(DataType.FLOAT32, new Shape(0), 0));
        written = new ChecksummedTensorFile(
                tensors, Map.of("history", "[{\"loss\":0.5}]", "experiment", "name: x\nseed: 3\n"));
        file = folder.resolve("step-000000003.safetensors");
        written.write(file, FORMAT);
        whole = Files.readAllBytes(file);
    }

    @Test
    void everyFlippedBitIsReportedOrChangesNothing() throws IOException {
        int unchanged = 0;
        for (int place = 0; place < whole.length; place++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                byte[] flipped = whole.clone();
                flipped[place] ^= (byte) (1 << bit);
                Files.write(file, flipped);
                try {
                    assertThat(ChecksummedTensorFile.read(file, FORMAT))
                            .as("byte %d, bit %d", place, bit)
                            .isEqualTo(written);
                    unchanged++;
                } catch (WeightsException e) {
                    assertThat(e).hasMessageStartingWith(file + ": ");
                }
            }
        }
        // A blank of the header that became a tabulator or such.
        assertThat(unchanged).isLessThan(Byte.SIZE * Byte.SIZE);
    }

    @Test
    void everyCutIsReported() throws IOException {
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> ChecksummedTensorFile.read(file, FORMAT))
                    .as("cut to %d bytes", length)
                    .isInstanceOf(WeightsException.class)
                    .hasMessageStartingWith(file + ": ");
        }
    }

    @Test
    void blocksOfZerosAreReported() throws IOException {
        for (int from = 0; from < whole.length; from += 16) {
            byte[] zeroed = whole.clone();
            Arrays.fill(zeroed, from, Math.min(zeroed.length, from + 64), (byte) 0);
            Files.write(file, zeroed);

            assertThatThrownBy(() -> ChecksummedTensorFile.read(file, FORMAT))
                    .as("zeros from byte %d", from)
                    .isInstanceOf(WeightsException.class);
        }
    }

    private static StoredTensor tensor(DataType type, Shape shape, int bytes) {
        byte[] values = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            values[i] = (byte) (37 * i + 11);
        }
        return new StoredTensor(type, shape, ByteBuffer.wrap(values));
    }
}
