package org.dwastudio.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage to the parts of an archive that no checksum covers. */
class ZipContentTest {
    @TempDir
    private Path folder;

    private Path archive;

    @BeforeEach
    void writeAnArchive() throws IOException {
        archive = folder.resolve("images.zip");
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : new String[] {"train/cat.png", "val/größer.png"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    @Test
    void namesThatAgreeAreAccepted() throws IOException {
        ZipContent.requireNames(archive);
        ZipContent.requireCount(archive, 2);

        assertThat(archive).isRegularFile();
    }

    @Test
    void anotherNameInTheDirectoryIsRefused() throws IOException {
        change(text -> {
            int last = text.lastIndexOf("train/cat.png");
            return text.substring(0, last) + "traan" + text.substring(last + 5);
        });

        assertThatThrownBy(() -> ZipContent.requireNames(archive))
                .hasMessage("the entry 'train/cat.png' is called 'traan/cat.png' in its directory");
    }

    @Test
    void aDirectoryThatIsDamagedInTheMiddleIsRefused() throws IOException {
        change(text -> {
            int last = text.lastIndexOf("PK\u0001\u0002");
            return text.substring(0, last) + "pk" + text.substring(last + 2);
        });

        assertThatThrownBy(() -> ZipContent.requireCount(archive, 1)).isInstanceOf(ZipException.class);
    }

    @Test
    void anotherNumberOfEntriesIsRefused() {
        assertThatThrownBy(() -> ZipContent.requireCount(archive, 1))
                .hasMessage("its directory is damaged: of 2 entries, 1 can be found");
    }

    private interface Change {
        String of(String text);
    }

    private void change(Change change) throws IOException {
        String text = new String(Files.readAllBytes(archive), StandardCharsets.ISO_8859_1);
        Files.write(archive, change.of(text).getBytes(StandardCharsets.ISO_8859_1));
    }
}
