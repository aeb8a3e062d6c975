package org.dwastudio.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dwastudio.data.format.PackedFiles.cifarPython;
import static org.dwastudio.data.format.PackedFiles.npy;
import static org.dwastudio.data.format.PackedFiles.npz;
import static org.dwastudio.data.format.PackedFiles.ramp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
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
        cifarPython(files, "cifar-10-batches-py/", "");

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
        cifarPython(files, "cifar-10-batches-py/", "");
        files.tarGz("cifar-10-python.tar.gz", "cifar-10-batches-py/", files.filesIn("cifar-10-batches-py"));

        assertThat(load("data/cifar-10-python.tar.gz").fingerprint())
                .isEqualTo(load("data/cifar-10-batches-py").fingerprint());
    }

    @Test
    void medicalArchivesHaveThreeSplits() throws IOException {
        npz(
                folder.resolve("data/pathmnist.npz"),
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
                folder.resolve("data/digits.npz"),
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
        npz(
                folder.resolve("data/a.npz"),
                Map.of("x", npy("<f4", "6, 2, 2", new byte[96]), "y", npy("|u1", "6,", new byte[6])));
        npz(
                folder.resolve("data/b.npz"),
                Map.of("x", npy("|u1", "6, 2, 2", new byte[23]), "y", npy("|u1", "6,", new byte[6])));

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
    void aFlippedBitInAnArchiveIsRefused() throws IOException {
        npz(
                folder.resolve("a.npz"),
                Map.of("x", npy("|u1", "6, 2, 2", ramp(24)), "y", npy("|u1", "6,", new byte[] {0, 1, 0, 1, 0, 1})));
        store(folder.resolve("pets.zip"), "pets/cat/a.png", ramp(100));
        for (String archive : List.of("a.npz", "pets.zip")) {
            byte[] content = Files.readAllBytes(folder.resolve(archive));
            // Within the first entry, behind its header of some 40 bytes.
            content[80] ^= 1;
            Files.write(folder.resolve(archive), content);

            assertThatThrownBy(() -> load(archive))
                    .as(archive)
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining(archive);
        }
    }

    private static void store(Path archive, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        }
    }

    @Test
    void aTarThatEndsBetweenTwoFilesIsRefused() throws IOException {
        files.splitFolders();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(whole)) {
            for (String file : allFiles()) {
                byte[] content = Files.readAllBytes(folder.resolve("data").resolve(file));
                TarArchiveEntry entry = new TarArchiveEntry(file);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        // The header and the only block of each of the first five files.
        Files.write(folder.resolve("pets.tar"), Arrays.copyOf(whole.toByteArray(), 5 * 2 * 512));

        assertThatThrownBy(() -> load("pets.tar"))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("pets.tar is broken: it ends too early");
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
}
