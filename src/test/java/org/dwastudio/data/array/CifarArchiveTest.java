package org.dwastudio.data.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.dwastudio.data.DatasetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarArchiveTest {
    private static final int SIZE = 400_000;

    @TempDir
    private Path folder;

    /** Six files, each within the limit, exceed it together. */
    @Test
    void theFilesOfAnArchiveHaveALimitInTotal() throws IOException {
        Path archive = folder.resolve("cifar-10-binary.tar.gz");
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(archive)))) {
            for (int file = 1; file <= 5; file++) {
                add(tar, "cifar-10-batches-bin/data_batch_" + file + ".bin");
            }
            add(tar, "cifar-10-batches-bin/test_batch.bin");
        }

        assertThat(Files.size(archive)).isLessThan(10_000);
        assertThatThrownBy(() -> new CifarArchive(archive, 1_000_000).read("bombs"))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith(archive + ": its files have more than 1000000 bytes in total, at entry"
                        + " cifar-10-batches-bin/data_batch_3.bin of 400000 bytes. Please ");
        assertThatThrownBy(() -> new CifarArchive(archive, 6 * SIZE).read("zeros"))
                .message()
                .doesNotContain("in total");
    }

    @Test
    void filesThatAreNoPartOfTheDatasetCountToo() throws IOException {
        Path archive = folder.resolve("cifar-10-binary.tar.gz");
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(archive)))) {
            add(tar, "cifar-10-batches-bin/zeros");
            add(tar, "cifar-10-batches-bin/data_batch_1.bin");
        }

        assertThatThrownBy(() -> new CifarArchive(archive, SIZE + 1).read("bombs"))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("in total, at entry cifar-10-batches-bin/data_batch_1.bin of 400000 bytes");
    }

    @Test
    void onlyTheBeginningOfAnArchiveIsSearched() throws IOException {
        Path archive = folder.resolve("photos.tar.gz");
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(archive)))) {
            add(tar, "zeros");
            add(tar, "cifar-10-batches-bin/data_batch_1.bin");
        }

        assertThat(new CifarArchive(archive, SIZE / 2).isCifar()).isFalse();
        assertThat(new CifarArchive(archive, 4 * SIZE).isCifar()).isTrue();
    }

    private static void add(TarArchiveOutputStream tar, String name) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(SIZE);
        tar.putArchiveEntry(entry);
        tar.write(new byte[SIZE]);
        tar.closeArchiveEntry();
    }
}
