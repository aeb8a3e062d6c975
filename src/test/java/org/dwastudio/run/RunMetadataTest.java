package org.dwastudio.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMetadataTest {
    private static final RunMetadata METADATA = new RunMetadata(
            "0.1.0",
            "PyTorch 2.7.1",
            "CPU · 1 threads",
            "c592ef7d45eba8cd",
            "",
            Instant.parse("2026-11-28T20:00:52.575471332Z"));

    /** As version 0.1 wrote it. */
    private static final String FIRST_VERSION = """
            format: "1"
            programVersion: "0.1.0"
            engineVersion: "PyTorch 2.7.1"
            device: "CPU · 1 threads"
            datasetFingerprint: "c592ef7d45eba8cd"
            teacherFingerprint: ""
            started: "2026-11-28T20:00:52.575471332Z"
            """;

    @TempDir
    private Path folder;

    private RunDirectory directory;

    @BeforeEach
    void open() {
        directory = new RunDirectory(folder);
    }

    @Test
    void theFileIsThatOfTheFirstVersion() throws IOException {
        METADATA.write(directory.metadata());

        assertThat(directory.metadata()).hasContent(FIRST_VERSION);
        assertThat(RunMetadata.read(directory)).isEqualTo(METADATA);
    }

    @Test
    void namesOfDevicesMayHoldQuotesAndBeLong() throws IOException {
        String device = "A \"card\" \\ of ".repeat(20) + "é, # and: more";
        RunMetadata odd = new RunMetadata("v", "e", device, "d", "t", METADATA.started());

        odd.write(directory.metadata());

        assertThat(RunMetadata.read(directory)).isEqualTo(odd);
        assertThat(Files.readAllLines(directory.metadata())).hasSize(7);
    }

    @Test
    void aMissingEntryIsNamed() throws IOException {
        Files.writeString(directory.metadata(), FIRST_VERSION.replaceAll("device.*\n", ""));

        assertThatThrownBy(() -> RunMetadata.read(directory))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("run.yaml lacks 'device'");
    }

    @Test
    void entriesAfterADamagedLineCountAsMissing() throws IOException {
        Files.writeString(directory.metadata(), FIRST_VERSION.replace("\"CPU · 1 threads\"", "\"CPU"));

        RunMetadata.requireKnownFormat(directory);
        assertThatThrownBy(() -> RunMetadata.read(directory)).hasMessageContaining("lacks 'datasetFingerprint'");
    }

    @Test
    void aFolderOfANewerFormatIsRefused() throws IOException {
        Files.writeString(directory.metadata(), FIRST_VERSION.replace("format: \"1\"", "format: \"2\""));

        assertThatThrownBy(() -> RunMetadata.requireKnownFormat(directory))
                .hasMessageContaining("was written by a newer version of this program (0.1.0;");
    }

    @Test
    void notesOnTheDatasetAreWrittenForTheReader() throws IOException {
        RunMetadata metadata = RunMetadata.read(written(FIRST_VERSION));
        RunMetadata noted = new RunMetadata(
                metadata.programVersion(),
                metadata.engineVersion(),
                metadata.device(),
                metadata.datasetFingerprint(),
                metadata.teacherFingerprint(),
                metadata.started(),
                List.of("2 images cannot be read and are left out: a.jpg, b.jpg."));

        noted.write(directory.metadata());

        assertThat(Files.readString(directory.metadata()))
                .contains("datasetNotes:", "2 images cannot be read and are left out: a.jpg, b.jpg.");
        assertThat(RunMetadata.read(directory)).isEqualTo(metadata);
    }

    private RunDirectory written(String text) throws IOException {
        Files.writeString(directory.metadata(), text);
        return directory;
    }
}
