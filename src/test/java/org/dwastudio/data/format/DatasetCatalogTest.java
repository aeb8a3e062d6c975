package org.dwastudio.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCatalogTest {
    private final DatasetCatalog catalog = new DatasetCatalog();

    @TempDir
    private Path folder;

    @BeforeEach
    void fourFilesOfATinyDataset() throws IOException {
        write("train-images-idx3-ubyte", 0x0803, new int[] {3, 2, 2}, 12);
        write("train-labels-idx1-ubyte", 0x0801, new int[] {3}, 3);
        write("t10k-images-idx3-ubyte", 0x0803, new int[] {2, 2, 2}, 8);
        write("t10k-labels-idx1-ubyte", 0x0801, new int[] {2}, 2);
    }

    @Test
    void theBundledDatasetIsBalanced() throws IOException {
        ImageDataset dataset = catalog.load(new DatasetConfig(DatasetConfig.BUNDLED));

        assertThat(dataset.classNames()).hasSize(10).startsWith("T-shirt/top").endsWith("Ankle boot");
        assertThat(dataset.channels()).isEqualTo(1);
        assertThat(dataset.imageSize()).isEqualTo(28);
        assertThat(dataset.trainCount()).isEqualTo(10_000);
        assertThat(dataset.testCount()).isEqualTo(2_000);
        for (int label = 0; label < 10; label++) {
            assertThat(dataset.indicesOf(Split.TRAIN, label)).hasSize(1_000);
            assertThat(dataset.indicesOf(Split.TEST, label)).hasSize(200);
        }
    }

    @Test
    void theBundledDatasetKeepsItsFingerprint() throws IOException {
        ImageDataset dataset = catalog.load(new DatasetConfig(DatasetConfig.BUNDLED));

        assertThat(dataset.fingerprint()).isEqualTo("464f055df0210b48");
    }

    @Test
    void aFolderIsNamedAfterItselfAndItsClassesByNumbers() throws IOException {
        ImageDataset dataset = load();

        assertThat(dataset.name()).isEqualTo(folder.getFileName().toString());
        assertThat(dataset.classNames()).containsExactly("0", "1", "2");
        assertThat(dataset.trainCount()).isEqualTo(3);
        assertThat(dataset.testCount()).isEqualTo(2);
    }

    @Test
    void classesMayBeNamedInAFile() throws IOException {
        Files.writeString(folder.resolve("classes.txt"), "hat\r\n coat \n\nshoe\n");

        assertThat(load().classNames()).containsExactly("hat", "coat", "shoe");
    }

    @Test
    void tooFewClassNamesAreRejected() throws IOException {
        Files.writeString(folder.resolve("classes.txt"), "hat\ncoat\n");

        assertRefused(folder, "there is a label 2, but only 2 class names");
    }

    @Test
    void anUnknownBundledDatasetIsRejected() {
        assertThatThrownBy(() -> catalog.load(new DatasetConfig("bundled:mnist")))
                .isInstanceOf(DatasetException.class)
                .hasMessageContainingAll("no dataset bundled:mnist", DatasetConfig.BUNDLED);
    }

    @Test
    void aMissingFolderIsNamed() {
        assertRefused(folder.resolve("nowhere"), "no folder", "nowhere");
    }

    @Test
    void aFileInsteadOfAFolderIsRejected() {
        assertRefused(folder.resolve("t10k-labels-idx1-ubyte"), "is a file");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(folder.resolve("t10k-images-idx3-ubyte"));

        assertRefused(folder, "found neither t10k-images-idx3-ubyte nor t10k-images-idx3-ubyte.gz");
    }

    @Test
    void labelsThatDoNotMatchTheImagesAreRejected() throws IOException {
        write("train-labels-idx1-ubyte", 0x0801, new int[] {4}, 4);

        assertRefused(folder, "train-labels-idx1-ubyte", "found 4 labels, expected 3");
    }

    @Test
    void imagesThatAreNotSquareAreRejected() throws IOException {
        write("train-images-idx3-ubyte", 0x0803, new int[] {3, 2, 4}, 24);

        assertRefused(folder, "the images are 2×4×1 pixels; they must be square");
    }

    @Test
    void splitsOfDifferentShapesAreRejected() throws IOException {
        write("t10k-images-idx3-ubyte", 0x0803, new int[] {2, 3, 3}, 18);

        assertRefused(folder, "the training images are 2×2×1 pixels, the test images 3×3×1");
    }

    private ImageDataset load() throws IOException {
        return catalog.load(new DatasetConfig(folder.toString()));
    }

    private void assertRefused(Path source, String... reasons) {
        assertThatThrownBy(() -> catalog.load(new DatasetConfig(source.toString())))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContainingAll(reasons)
                .hasMessageContaining("Please ");
    }

    /** Writes an IDX file whose values are 0, 1, 2, … */
    private void write(String name, int magic, int[] shape, int values) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(magic);
        for (int extent : shape) {
            out.writeInt(extent);
        }
        for (int value = 0; value < values; value++) {
            out.writeByte(value);
        }
        Files.write(folder.resolve(name), bytes.toByteArray());
    }
}
