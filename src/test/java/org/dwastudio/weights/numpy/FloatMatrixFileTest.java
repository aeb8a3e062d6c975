package org.dwastudio.weights.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.dwastudio.weights.WeightsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloatMatrixFileTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("matrix.npy");
        FloatMatrixFile.write(file, 3, 2, target -> {
            target.add(1, 2, 3, 4);
            target.add(5, 6);
        });
    }

    @Test
    void rowsAreReadInAnyOrder() throws IOException {
        try (FloatMatrixFile matrix = FloatMatrixFile.open(file)) {
            assertThat(matrix.rows()).isEqualTo(3);
            assertThat(matrix.columns()).isEqualTo(2);
            assertThat(matrix.read(2, 0, 2)).containsExactly(5, 6, 1, 2, 5, 6);
            assertThat(matrix.read()).isEmpty();
            assertThatThrownBy(() -> matrix.read(3)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void theFileIsAnArrayOfNumPyWithADigestBehindIt() throws IOException {
        byte[] bytes = Files.readAllBytes(file);

        NpyArray array = NpyArray.parse(bytes);

        assertThat(array.type()).isEqualTo("<f4");
        assertThat(array.shape()).containsExactly(3, 2);
        assertThat(array.values().remaining()).isEqualTo(6 * 4 + 32);
        assertThat(array.values().getFloat(5 * 4)).isEqualTo(6);
    }

    @Test
    void everyFlippedByteIsNoticed() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 0; at < bytes.length; at++) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 4;
            Files.write(file, damaged);
            assertThatThrownBy(() -> FloatMatrixFile.open(file).close())
                    .as("byte %d", at)
                    .isInstanceOf(WeightsException.class);
        }
    }

    @Test
    void truncatedEmptyAndMissingFilesAreRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int length : new int[] {0, 5, 100, bytes.length - 1}) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> FloatMatrixFile.open(file)).isInstanceOf(WeightsException.class);
        }
        Files.delete(file);
        assertThatThrownBy(() -> FloatMatrixFile.open(file)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aFailedWriteKeepsTheFileAndLeavesNothing() throws IOException {
        assertThatThrownBy(() -> FloatMatrixFile.write(file, 3, 2, target -> target.add(1)))
                .hasMessage("1 values for a matrix of [3, 2]");
        assertThatThrownBy(() -> FloatMatrixFile.write(file, 3, 2, target -> {
                    throw new IOException("stop");
                }))
                .hasMessage("stop");

        assertThat(folder).isDirectoryContaining(path -> path.equals(file)).isDirectoryNotContaining("glob:**.part");
        try (FloatMatrixFile matrix = FloatMatrixFile.open(file)) {
            assertThat(matrix.read(1)).containsExactly(3, 4);
        }
    }
}
