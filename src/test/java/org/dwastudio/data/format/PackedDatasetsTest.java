package org.dwastudio.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.ImageSelection;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Datasets in few files: CIFAR's Python version, NumPy archives, and archives of folders. */
class PackedDatasetsTest {
    private static final int MOST = 1 << 30;

    @TempDir
    private Path folder;

    private DatasetFiles files;

    @BeforeEach
    void openFolder() {
        files = new DatasetFiles(folder.resolve("data"));
    }

    @Test
    void cifarForPythonIsReadFromItsFolderAndFromOneAbove() throws IOException {
        python("cifar-10-batches-py/", "");

        ImageDataset dataset = load("data");

        assertThat(dataset.classNames()).containsExactly("airplane", "automobile");
        assertThat(dataset.trainCount()).isEqualTo(10);
        assertThat(dataset.labels(Split.TRAIN, 0, 1, 2)).containsExactly(0, 1, 0);
        assertThat(dataset.images(Split.TRAIN, 2).at(0, 3, 5, 1)).isEqualTo(0xC3);
        assertThat(dataset.images(Split.TEST, 0).at(0, 31, 31, 2)).isEqualTo(103);
        assertThat(load("data/cifar-10-batches-py").fingerprint()).isEqualTo(dataset.fingerprint());
    }

    @Test
    void cifarForPythonIsReadFromItsArchive() throws IOException {
        python("cifar-10-batches-py/", "");
        files.tarGz("cifar-10-python.tar.gz", "cifar-10-batches-py/", files.filesIn("cifar-10-batches-py"));

        assertThat(load("data/cifar-10-python.tar.gz").fingerprint())
                .isEqualTo(load("data/cifar-10-batches-py").fingerprint());
    }

    @Test
    void medicalArchivesHaveThreeSplits() throws IOException {
        npz(
                "data/pathmnist.npz",
                Map.of(
                        "train_images", npy("|u1", "4, 2, 2, 3", ramp(48)),
                        "train_labels", npy("|u1", "4, 1", new byte[] {0, 1, 2, 1}),
                        "val_images", npy("|u1", "1, 2, 2, 3", ramp(12)),
                        "val_labels", npy("|u1", "1, 1", new byte[] {2}),
                        "test_images", npy("|u1", "2, 2, 2, 3", ramp(24)),
                        "test_labels", npy("|u1", "2, 1", new byte[] {1, 0})));

        ImageDataset dataset = load("data/pathmnist.npz");

        assertThat(dataset.name()).isEqualTo("pathmnist");
        assertThat(dataset.classNames()).containsExactly("0", "1", "2");
        assertThat(dataset.labels(Split.TEST, 0, 1)).containsExactly(1, 0);
        assertThat(dataset.forChoosing().labels(Split.TEST, 0)).containsExactly(2);
        assertThat(dataset.images(Split.TRAIN, 1).at(0, 0, 0, 2)).isEqualTo(14);
    }

    @Test
    void archivesOfXAndYAreSplitBySeed() throws IOException {
        npz(
                "data/digits.npz",
                Map.of(
                        "x", npy("|u1", "6, 2, 2", ramp(24)),
                        "y",
                                npy("<i8", "6,", new byte[] {
                                    0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0,
                                    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0
                                })));

        ImageDataset dataset = load("data");

        assertThat(dataset.splitBySeed()).isTrue();
        assertThat(dataset.trainCount()).isEqualTo(4);
        assertThat(dataset.indicesOf(Split.TEST, 1)).hasSize(1);
    }

    @Test
    void brokenNumPyArchivesNameTheArray() throws IOException {
        npz("data/a.npz", Map.of("x", npy("<f4", "6, 2, 2", new byte[96]), "y", npy("|u1", "6,", new byte[6])));
        npz("data/b.npz", Map.of("x", npy("|u1", "6, 2, 2", new byte[23]), "y", npy("|u1", "6,", new byte[6])));

        assertThatThrownBy(() -> load("data/a.npz"))
                .isInstanceOf(DatasetException.class)
                .hasMessageContainingAll("a.npz, array x", "whole numbers");
        assertThatThrownBy(() -> load("data/b.npz")).hasMessageContainingAll("b.npz, array x", "23 bytes");
    }

    @Test
    void aZipOfAFolderIsReadAndExtractedOnce() throws IOException {
        files.splitFolders();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("pets.zip")))) {
            for (String file : allFiles()) {
                zip.putNextEntry(new ZipEntry("pets/" + file));
                zip.write(Files.readAllBytes(folder.resolve("data").resolve(file)));
                zip.closeEntry();
            }
        }

        ImageDataset dataset = load("pets.zip");

        assertThat(dataset.name()).isEqualTo("pets");
        assertThat(dataset.classNames()).containsExactly("cat", "dog");
        assertThat(dataset.fingerprint()).isEqualTo(load("data").fingerprint());
        load("pets.zip");
        try (var extracted = Files.list(folder.resolve("cache"))) {
            assertThat(extracted).hasSize(1);
        }
    }

    @Test
    void aTarWithEmptyClassesIsReadWithoutThem() throws IOException {
        files.splitFolders();
        try (OutputStream out = Files.newOutputStream(folder.resolve("pets.tar"));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            tar.putArchiveEntry(new TarArchiveEntry("train/yak/"));
            tar.closeArchiveEntry();
            tar.putArchiveEntry(new TarArchiveEntry("val/yak/"));
            tar.closeArchiveEntry();
            for (String file : allFiles()) {
                byte[] content = Files.readAllBytes(folder.resolve("data").resolve(file));
                TarArchiveEntry entry = new TarArchiveEntry(file);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        DatasetConfig config = new DatasetConfig(folder.resolve("pets.tar").toString());

        assertThatThrownBy(() -> load("pets.tar")).hasMessageContainingAll("1 class has no images", "yak");
        assertThat(catalog()
                        .load(config.withSelection(ImageSelection.all().withSkipEmptyClasses(true)))
                        .classNames())
                .containsExactly("cat", "dog");
    }

    private List<String> allFiles() throws IOException {
        try (var all = Files.walk(folder.resolve("data"))) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.resolve("data").relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private ImageDataset load(String source) throws IOException {
        return catalog().load(new DatasetConfig(folder.resolve(source).toString()));
    }

    private DatasetCatalog catalog() {
        return new DatasetCatalog(MOST, () -> folder.resolve("cache"));
    }

    /** Writes batches as Python 2 does: strings that hold pixels. */
    private void python(String place, String suffix) {
        for (int batch = 1; batch <= 5; batch++) {
            files.bytes(place + "data_batch_" + batch, batch(new int[] {0xC0 + batch, 10 + batch}, 0, 1));
        }
        files.bytes(place + "test_batch" + suffix, batch(new int[] {101, 102}, 1, 0));
        Pickle meta = new Pickle().op("\u0080\u0002}(").string("label_names").op("](");
        files.bytes(
                place + "batches.meta",
                meta.string("airplane").string("automobile").op("eu.").bytes());
    }

    private static byte[] batch(int[] values, int... labels) {
        byte[] pixels = new byte[values.length * 3072];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (values[i / 3072] + i % 3072 / 1024);
        }
        Pickle pickle = new Pickle().op("\u0080\u0002}(").string("labels").op("](");
        for (int label : labels) {
            pickle.op("K" + (char) label);
        }
        return pickle.op("e")
                .string("data")
                .op("cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\0\u0085")
                .string("b")
                .op("\u0087R(K\1K\2M\0\14\u0086cnumpy\ndtype\n")
                .string("u1")
                .op("K\0K\1\u0087R\u0089")
                .longString(pixels)
                .op("tbu.")
                .bytes();
    }

    /** Opcodes of a pickle. */
    private static final class Pickle {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Pickle op(String latin) {
            out.writeBytes(latin.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        }

        Pickle string(String text) {
            return op("U" + (char) text.length() + text);
        }

        Pickle longString(byte[] content) {
            op("T");
            for (int shift = 0; shift < 32; shift += 8) {
                out.write(content.length >>> shift);
            }
            out.writeBytes(content);
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }

    private void npz(String file, Map<String, byte[]> arrays) throws IOException {
        Files.createDirectories(folder.resolve("data"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(file)))) {
            for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
                zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                zip.write(array.getValue());
                zip.closeEntry();
            }
        }
    }

    private static byte[] npy(String type, String shape, byte[] values) {
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
        out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(values);
        return out.toByteArray();
    }

    private static byte[] ramp(int length) {
        byte[] values = new byte[length];
        for (int i = 0; i < length; i++) {
            values[i] = (byte) i;
        }
        return values;
    }
}
