package org.dwastudio.stage.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dwastudio.stage.export.ExportedRun.CLASSES;
import static org.dwastudio.stage.export.ExportedRun.EXPERIMENT;
import static org.dwastudio.stage.export.ExportedRun.teacher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dwastudio.run.ImageStore;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunDirectoryLock;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.TestImages;
import org.dwastudio.stage.export.format.ExportFormat;
import org.dwastudio.stage.export.format.ImageEncoding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Exports that are rejected or fail, and what they leave behind. */
class ExportFaultsTest {
    @TempDir
    private Path temp;

    private ExportedRun made;

    @BeforeEach
    void makeRun() throws IOException {
        made = new ExportedRun(temp);
    }

    @Test
    void aTargetWithContentIsRejectedAndLeftAlone() throws IOException {
        Path mine = Files.writeString(Files.createDirectory(made.out("")).resolve("mine.txt"), "mine");

        assertThatThrownBy(() -> made.export(ExportFormat.NPZ, ImageEncoding.PNG))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("already holds files");
        assertThat(mine).hasContent("mine");
        assertThat(made.files()).containsExactly("mine.txt");
    }

    @Test
    void anExportThatFailsLeavesNothingBehind() throws IOException {
        DistilledSet set = made.set();
        // Found after other images were written.
        Files.delete(made.run().images().resolve("02_Coat/07.png"));

        assertThatThrownBy(() -> Export.write(set, made.request(ExportFormat.HUGGING_FACE, ImageEncoding.PNG)))
                .isInstanceOf(RunFolderException.class);
        assertThat(made.out("")).doesNotExist();
        assertThat(temp.resolve("out.part")).doesNotExist();
    }

    @Test
    void whatLiesInTheWayOfTheCopyIsNamedAndLeftAlone() throws IOException {
        Path inTheWay = Files.createDirectory(temp.resolve("out.part"));
        Files.createDirectory(inTheWay.resolve("export"));

        assertThatThrownBy(() -> made.export(ExportFormat.CLASS_FOLDERS, ImageEncoding.PNG))
                .hasMessageStartingWith(inTheWay + ": is in the way");
        assertThat(inTheWay.resolve("export")).isEmptyDirectory();
    }

    @Test
    void nothingIsWrittenThroughALinkInTheWayOfTheCopy() throws IOException {
        Path thesis = Files.createDirectory(temp.resolve("thesis"));
        Path link = Files.createSymbolicLink(temp.resolve("out.part"), thesis);

        assertThatThrownBy(() -> made.export(ExportFormat.CLASS_FOLDERS, ImageEncoding.PNG))
                .hasMessageStartingWith(link + ": is in the way");
        assertThat(link).isSymbolicLink();
        assertThat(thesis).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource(
            value = ExportFormat.class,
            names = {"SOFT_LABELS", "REPORT", "ANIMATION"},
            mode = EnumSource.Mode.EXCLUDE)
    void aLinkAsTargetIsReplacedAndItsFolderStaysEmpty(ExportFormat format) throws IOException {
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        Files.createSymbolicLink(made.out(""), elsewhere);

        made.export(format, ImageEncoding.PNG);

        assertThat(Files.isSymbolicLink(made.out(""))).isFalse();
        assertThat(made.files()).contains("manifest.json");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void whatAKilledExportLeftIsTakenAway() throws Exception {
        Path left = Files.createDirectories(temp.resolve("out.part/export/Coat"));
        Files.writeString(left.resolve("00.png"), "half an image");
        Files.writeString(temp.resolve("out.part/.lock"), "process 1\n");

        made.export(ExportFormat.CLASS_FOLDERS, ImageEncoding.PNG);

        assertThat(temp.resolve("out.part")).doesNotExist();
        assertThat(made.files()).contains("manifest.json");
    }

    @Test
    void anExportInProgressIsNotDisturbed() throws Exception {
        Path partial = Files.createDirectory(temp.resolve("out.part"));
        try (RunDirectoryLock lock = RunDirectoryLock.acquire(new RunDirectory(partial))) {
            assertThatThrownBy(() -> made.export(ExportFormat.NPZ, ImageEncoding.PNG))
                    .hasMessageContaining("is being written to by another run");
            assertThat(lock.directory().folder()).exists();
        }
    }

    @Test
    void aFullDiskIsReportedAndNothingIsLeft() {
        assertThatThrownBy(() -> StagedDirectory.write(temp.resolve("out"), folder -> {
                    Files.writeString(folder.resolve("first.png"), "whole");
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(RunFolderException.class)
                .hasMessage(
                        temp.resolve("out") + ": the disk is full; free some space or choose a folder on another disk");
        assertThat(temp.resolve("out")).doesNotExist();
        assertThat(temp.resolve("out.part")).doesNotExist();
    }

    @Test
    void aPlaceThatVanishesIsReportedAndNotMadeAgain() throws IOException {
        Path place = Files.createDirectory(temp.resolve("stick"));

        assertThatThrownBy(() -> StagedDirectory.write(place.resolve("out"), folder -> {
                    Files.move(place, temp.resolve("elsewhere"));
                    Files.writeString(folder.resolve("first.png"), "whole");
                }))
                .isInstanceOf(RunFolderException.class)
                .hasMessageStartingWith(place.resolve("out") + ": vanished while it was being written to");
        assertThat(place).doesNotExist();
    }

    @Test
    void aRunWithoutImagesIsRejected() throws IOException {
        RunDirectory empty = RunDirectory.create(temp.resolve("empty"));

        assertThatThrownBy(() -> DistilledSet.requireImages(empty))
                .hasMessage(empty.folder() + ": holds no images yet; finish a column first");
        assertThatThrownBy(() -> DistilledSet.open(empty, teacher(CLASSES), EXPERIMENT, "9.9"))
                .hasMessage(empty.folder() + ": holds no images yet; finish a column first");
    }

    @Test
    void imagesThatAreNotTheTeachersAreRejected() {
        assertThatThrownBy(() -> DistilledSet.open(made.run(), teacher(List.of("a", "b")), EXPERIMENT, "9.9"))
                .hasMessageContaining("holds images of 3 classes with 3 channels, but the teacher knows 2 classes");
    }

    @Test
    void tensorsOfImagesOfDifferentSizesAreRejectedByName() throws IOException {
        new ImageStore(made.run().images(), CLASSES, 10).write(8, 0, TestImages.random(3, 4, 3, 3), EXPERIMENT);

        assertThatThrownBy(() -> made.export(ExportFormat.NPZ, ImageEncoding.PNG))
                .hasMessageStartingWith(made.run().images().resolve("00_T-shirt-top/08.png")
                        + ": is an image of 4×4×3, the first of the run of 8×8×3");
        assertThat(made.out("")).doesNotExist();
    }

    @Test
    void tensorsHaveNoJpegs() {
        assertThatThrownBy(() -> made.request(ExportFormat.SAFETENSORS, ImageEncoding.JPEG))
                .hasMessageStartingWith("The format safetensors holds numbers and no images");
    }
}
