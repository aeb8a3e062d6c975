package org.dwastudio.data.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dwastudio.attack.HostilePlace;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.format.DatasetCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** NumPy archives that keep the program waiting or fill its memory. */
@Timeout(60)
class HostileNpzTest {
    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aPipeInAFolderIsNotOpened() throws Exception {
        Path pipe = folder.resolve("images.npz");
        HostilePlace.PIPE.put(pipe);

        assertThatThrownBy(() -> new DatasetCatalog().load(new DatasetConfig(folder.toString())))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(pipe + ": ")
                .hasMessageContaining("it is a device or a pipe, not a regular file");
    }

    @Test
    void aSmallArchiveOfManyZerosIsRefused() throws Exception {
        Path bomb = folder.resolve("images.npz");
        byte[] zeros = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(bomb);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry("images.npy"));
            for (int block = 0; block < 300; block++) {
                zip.write(zeros);
            }
        }

        assertThat(Files.size(bomb)).isLessThan(2_500_000);
        assertThatThrownBy(() -> new DatasetCatalog().load(new DatasetConfig(bomb.toString())))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(bomb + ": it holds more than 268435456 bytes");
    }
}
