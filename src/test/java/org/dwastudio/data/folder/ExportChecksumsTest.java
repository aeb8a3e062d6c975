package org.dwastudio.data.folder;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.dwastudio.data.DatasetException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportChecksumsTest {
    @TempDir
    private Path folder;

    private Path cat;

    @BeforeEach
    void export() throws IOException {
        cat = Files.createDirectories(folder.resolve("cat")).resolve("0.png");
        Files.writeString(cat, "a cat");
        Files.writeString(folder.resolve("notes.txt"), "not listed, and no image");
        manifest("[{\"path\": \"cat/0.png\", \"sha256\": \"" + DigestUtils.sha256Hex("a cat") + "\"}]");
    }

    @Test
    void anExportAsItWasWrittenIsAccepted() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void aChangedImageIsNamed() throws IOException {
        Files.writeString(cat, "a dog");

        assertThatThrownBy(this::check)
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("0.png: was changed after the export");
    }

    @Test
    void anAddedImageIsNamed() throws IOException {
        Files.writeString(cat.resolveSibling("1.png"), "another cat");

        assertThatThrownBy(this::check).hasMessageContaining("1.png: was added after the export");
    }

    @Test
    void aRemovedImageIsNamed() throws IOException {
        Files.delete(cat);

        assertThatThrownBy(this::check).hasMessageContaining("0.png: was removed after the export");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"path\": \"cat/0.png\"}]",
                "[{\"path\": \"cat/0.png\", \"sha256\": null}]",
                "[\"cat/0.png\"]",
                "{}",
                "null"
            })
    void aDamagedListIsRefused(String files) throws IOException {
        manifest(files);

        assertThatThrownBy(this::check).hasMessageContaining("its list of files is damaged");
    }

    private void manifest(String files) throws IOException {
        Files.writeString(
                folder.resolve("manifest.json"),
                "{\"kind\": \"dwa-studio-export\", \"version\": 1,"
                        + " \"classes\": [{\"label\": 0, \"name\": \"cat\", \"folder\": \"cat\"}],"
                        + " \"normalization\": {\"mean\": [0.5], \"std\": [0.25]}, \"files\": " + files + "}");
    }

    private void check() throws IOException {
        ExportChecksums.in(FolderManifest.in(folder).orElseThrow()).requireUnchanged();
    }
}
