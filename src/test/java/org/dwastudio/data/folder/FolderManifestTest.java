package org.dwastudio.data.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dwastudio.data.DatasetException;
import org.dwastudio.image.Normalization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderManifestTest {
    private static final String CLASSES = """
            "classes": [
              {"label": 0, "name": "Trouser / jeans", "folder": "z"},
              {"label": 1, "name": "Coat", "folder": "a"}
            ],
            "normalization": {"mean": [0.5], "std": [0.25]}
            """;

    @TempDir
    private Path folder;

    @Test
    void foldersNamesAndNormalizationAreThoseOfTheManifest() throws IOException {
        write("{\"kind\": \"dwa-studio-export\", \"version\": 1, " + CLASSES + "}");

        FolderManifest manifest = FolderManifest.in(folder).orElseThrow();

        assertThat(manifest.classNames()).containsExactly("Trouser / jeans", "Coat");
        assertThat(manifest.ordered(List.of("a", "z"))).containsExactly("z", "a");
        assertThat(manifest.normalization()).isEqualTo(new Normalization(List.of(0.5), List.of(0.25)));
    }

    @Test
    void aFolderWithoutAManifestOrWithThatOfAnotherProgramHasNone() throws IOException {
        assertThat(FolderManifest.in(folder)).isEmpty();
        for (String foreign : List.of("[]", "{\"kind\": {}}", "{\"name\": \"a web page\", " + CLASSES + "}")) {
            write(foreign);
            assertThat(FolderManifest.in(folder)).isEmpty();
        }
    }

    @Test
    void aBrokenManifestIsRejectedWithAMessage() throws IOException {
        for (String broken : List.of(
                "{\"kind\": \"dwa-stu",
                "{\"kind\": \"dwa-studio-export\"}",
                "{\"kind\": \"dwa-studio-export\", \"version\": 1, \"classes\": {}}",
                "{\"kind\": \"dwa-studio-export\", \"version\": 1, \"classes\": [null]}",
                "{\"kind\": \"dwa-studio-export\", \"version\": 1, " + CLASSES.replace("0.25", "null") + "}",
                "{\"kind\": \"dwa-studio-export\", \"version\": 1, " + CLASSES.replace("0.5", "null") + "}",
                "{\"kind\": \"dwa-studio-export\", \"version\": 1, " + CLASSES.replace("\"Coat\"", "null") + "}",
                "{\"kind\": \"dwa-studio-export\", \"version\": 1, " + CLASSES.replace("\"a\"", "null") + "}",
                "{\"kind\": \"dwa-studio-export\", \"version\": 1, " + CLASSES.replace("\"label\": 1", "\"label\": 7")
                        + "}",
                "{\"kind\": \"dwa-studio-export\", \"version\": 1, " + CLASSES.replace("0.25", "0") + "}")) {
            write(broken);
            assertThatThrownBy(() -> FolderManifest.in(folder))
                    .as(broken)
                    .isInstanceOf(DatasetException.class)
                    .hasMessageStartingWith(folder.resolve("manifest.json") + ": it is damaged");
        }
    }

    @Test
    void aManifestOfAnySizeIsNotReadIntoMemory() throws IOException {
        try (RandomAccessFile sparse =
                new RandomAccessFile(folder.resolve("manifest.json").toFile(), "rw")) {
            sparse.setLength(64_000_001);
        }

        assertThatThrownBy(() -> FolderManifest.in(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith(folder.resolve("manifest.json") + ": it has 64 MB; at most 64 MB are allowed.");
    }

    @Test
    void aManifestOfANewerVersionIsRejectedWithAMessage() throws IOException {
        write("{\"kind\": \"dwa-studio-export\", \"version\": 2, " + CLASSES + "}");

        assertThatThrownBy(() -> FolderManifest.in(folder)).hasMessageContaining("a newer version of this program");
    }

    @Test
    void foldersThatAreMissingOrUnknownAreNamed() throws IOException {
        write("{\"kind\": \"dwa-studio-export\", \"version\": 1, " + CLASSES + "}");
        FolderManifest manifest = FolderManifest.in(folder).orElseThrow();

        assertThatThrownBy(() -> manifest.ordered(List.of("a")))
                .hasMessageContaining("it names the class folder z, which is not there");
        assertThatThrownBy(() -> manifest.ordered(List.of("a", "b", "z")))
                .hasMessageContaining("it does not know the folder b");
    }

    private void write(String content) throws IOException {
        Files.writeString(folder.resolve("manifest.json"), content);
    }
}
