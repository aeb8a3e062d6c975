package org.dwastudio.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunDirectoryTest {
    @TempDir
    private Path temp;

    @Test
    void aNewRunFolderIsMadeWithItsParents() throws IOException {
        RunDirectory directory = RunDirectory.create(temp.resolve("runs/today/first"));

        assertThat(directory.folder()).isEmptyDirectory();
        assertThat(directory.contactSheet()).isEqualTo(temp.resolve("runs/today/first/contact-sheet.png"));
    }

    @Test
    void anEmptyFolderIsTaken() throws IOException {
        assertThat(RunDirectory.create(temp).folder()).isEqualTo(temp);
    }

    @Test
    void aFolderWithContentIsRejectedWithAMessage() throws IOException {
        Files.writeString(temp.resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> RunDirectory.create(temp))
                .isInstanceOf(RunFolderException.class)
                .hasMessage(temp + ": already holds files; choose a folder that does not exist yet or is empty");
    }

    @Test
    void aFileInThePlaceOfTheFolderIsRejectedWithAMessage() throws IOException {
        Path file = Files.writeString(temp.resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> RunDirectory.create(file))
                .hasMessage(file + ": is a file; choose a folder that does not exist yet or is empty");
        assertThatThrownBy(() -> RunDirectory.create(file.resolve("run")))
                .isInstanceOf(RunFolderException.class)
                .hasMessageStartingWith(file.resolve("run").toString());
    }

    @Test
    void aFolderOfANewerFormatIsRejectedWithTheVersionThatWroteIt() throws IOException {
        Files.writeString(temp.resolve("experiment.yaml"), "format: 1\n");
        Files.writeString(temp.resolve("run.yaml"), "format: \"2\"\nprogramVersion: \"7.0\"\n");

        assertThatThrownBy(() -> RunDirectory.open(temp))
                .isInstanceOf(RunFolderException.class)
                .hasMessage(
                        temp + ": was written by a newer version of this program (7.0; its format is 2, this version"
                                + " knows up to 1). Please open it with that version.");

        Files.writeString(temp.resolve("run.yaml"), "format: \"1\"\n");
        assertThat(RunDirectory.open(temp).folder()).isEqualTo(temp);
        Files.writeString(temp.resolve("run.yaml"), "format: \"one\"\n");
        assertThatThrownBy(() -> RunDirectory.open(temp)).hasMessageContaining("'one' is not a format of run folders");
    }

    @Test
    void onlyAFolderWithAnExperimentIsOpened() throws IOException {
        assertThatThrownBy(() -> RunDirectory.open(temp)).hasMessageContaining("is no run folder");
        assertThatThrownBy(() -> RunDirectory.open(temp.resolve("gone")))
                .hasMessageContaining("there is no such folder");

        Files.writeString(temp.resolve("experiment.yaml"), "format: 1\n");
        assertThat(RunDirectory.open(temp).experiment()).isEqualTo(temp.resolve("experiment.yaml"));
    }

    @Test
    void failuresToWriteSayWhatToDo() {
        assertThat(RunFolderException.cannotWrite(temp, new IOException("No space left on device")))
                .hasMessage(temp + ": the disk is full; free some space or choose a folder on another disk");
        assertThat(RunFolderException.cannotWrite(
                        temp, new AccessDeniedException(temp.resolve("x").toString())))
                .hasMessageContaining("change its permissions");
        assertThat(RunFolderException.cannotWrite(
                        temp, new FileSystemException(temp.resolve("x").toString(), null, "Input/output error")))
                .hasMessageContaining("cannot be written (Input/output error); check the disk");
        assertThat(RunFolderException.cannotWrite(temp, new IllegalStateException("too early")))
                .hasMessageContaining("could not be recorded (too early)");
    }

    @Test
    void leftoversOfARunKilledBeforeItBeganAreIgnored() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("killed"));
        Files.writeString(folder.resolve(".lock"), "1234");
        new RunMetadata("0.1.0", "2.7.1", "CPU", "d", "t", Instant.EPOCH).write(folder.resolve("run.yaml"));
        Files.writeString(folder.resolve("experiment.yaml.part"), "na");
        Files.createDirectory(folder.resolve("checkpoints"));

        assertThat(RunDirectory.create(folder).folder()).isEqualTo(folder);

        Files.writeString(folder.resolve("experiment.yaml"), "name: mine");
        assertThatThrownBy(() -> RunDirectory.create(folder)).hasMessageContaining("already holds files");
    }

    @Test
    void aRunYamlOfSomebodyElseIsNoLeftover() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("mine"));
        Files.writeString(folder.resolve("run.yaml"), "steps:\n  - jog\n");

        assertThatThrownBy(() -> RunDirectory.create(folder)).hasMessageContaining("already holds files");
    }

    @Test
    void onlyUnfinishedFilesOfRunsAreDeleted() throws IOException {
        Path own = Files.writeString(temp.resolve("metrics.csv.part"), "cut");
        Path video = Files.writeString(temp.resolve("film.mp4.part"), "mine");

        new RunDirectory(temp).deleteUnfinishedFiles();

        assertThat(own).doesNotExist();
        assertThat(video).hasContent("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999_x/0.png", "0_x/999999999.png"})
    void numbersThatWouldFillTheMemoryAreRefused(String image) throws IOException {
        Path file = temp.resolve("images").resolve(image);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");

        assertThatThrownBy(() -> StoredImages.in(new RunDirectory(temp)))
                .hasMessageContaining("999999999")
                .hasMessageContaining("numbered up to 99999");
    }
}
