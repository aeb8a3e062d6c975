package org.dwastudio.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dwastudio.data.DatasetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractedArchiveTest {
    private static final int PIECE = 10_000_000;

    @TempDir
    private Path folder;

    @Test
    void aSmallArchiveThatFillsTheDiskIsRefusedAndLeavesNothing() throws Exception {
        Path cache = folder.resolve("cache");
        byte[] zeros = new byte[PIECE];
        Path archive = Files.write(folder.resolve("bomb.tar.gz"), Archives.tarGz(tar -> {
            for (int file = 0; file < 30; file++) {
                Archives.file(tar, "cat/" + file + ".png", zeros);
            }
        }));

        assertThat(Files.size(archive)).isLessThan(2_000_000);
        assertThatThrownBy(() -> new ExtractedArchive(archive, cache).folder())
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("bomb.tar.gz")
                .hasMessageContaining("cat/26.png")
                .hasMessageContaining("the archive would take more than 268435456 bytes");
        assertThat(cache).isEmptyDirectory();
    }
}
