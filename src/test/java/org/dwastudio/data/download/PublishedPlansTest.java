package org.dwastudio.data.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.dwastudio.data.PublishedDataset;
import org.dwastudio.data.PublishedDataset.RemoteFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublishedPlansTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void everyDatasetNamesItsPublisherAndItsSize(PublishedDataset dataset) {
        assertThat(dataset.license().english()).endsWith(".");
        assertThat(dataset.license().in(Locale.JAPANESE)).contains("ライセンス");
        assertThat(dataset.page().getScheme()).isEqualTo("https");
        assertThat(dataset.downloadBytes()).isBetween(30_000_000L, 250_000_000L);
        for (RemoteFile file : dataset.files()) {
            assertThat(ExpectedChecksum.parse(file.checksum()).algorithm()).isEqualTo("SHA-256");
            assertThat(ExpectedChecksum.parse(file.checksum()).digits()).matches("[0-9a-f]{64}");
            assertThat(FileFetch.nameOf(file)).matches("[a-z0-9-]+\\.(tar\\.gz|gz|zip)");
        }
        assertThat(PublishedPlans.of(dataset).folder()).isEqualTo(dataset.key());
    }

    @Test
    void theFolderOfCifar10IsKnownByItsBatches() throws Exception {
        Path dataset = Files.createDirectory(folder.resolve("cifar-10"));
        for (String name :
                new String[] {"data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5"}) {
            sparse(dataset.resolve(name + ".bin"), 30_730_000);
        }
        Files.writeString(dataset.resolve("batches.meta.txt"), "airplane");
        assertThat(DatasetDownloader.present(PublishedDataset.CIFAR_10, folder)).isEmpty();

        sparse(dataset.resolve("test_batch.bin"), 30_729_999);
        assertThat(DatasetDownloader.present(PublishedDataset.CIFAR_10, folder)).isEmpty();

        sparse(dataset.resolve("test_batch.bin"), 30_730_000);
        assertThat(DatasetDownloader.present(PublishedDataset.CIFAR_10, folder)).contains(dataset);
    }

    @Test
    void anArchiveNeedsRoomForItselfAndForWhatIsInIt() {
        assertThat(PublishedPlans.of(PublishedDataset.CIFAR_10).workBytes()).isEqualTo(170_052_171L + 184_500_000);
        assertThat(PublishedPlans.of(PublishedDataset.FASHION_MNIST).workBytes())
                .isEqualTo(30_878_645);
    }

    private static void sparse(Path file, long bytes) throws Exception {
        try (java.io.RandomAccessFile access = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(bytes);
        }
    }
}
