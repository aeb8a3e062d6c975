package org.dwastudio.pipeline.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dwastudio.artifact.ImageStore;
import org.dwastudio.artifact.Pictures;
import org.dwastudio.artifact.PngFile;
import org.dwastudio.artifact.RunDirectory;
import org.dwastudio.artifact.RunFolderException;
import org.dwastudio.config.ExperimentWriter;
import org.dwastudio.config.Presets;
import org.dwastudio.event.PixelBlock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderExportTest {
    @TempDir
    private Path temp;

    private RunDirectory run;

    @BeforeEach
    void makeRun() throws IOException {
        run = RunDirectory.create(temp.resolve("run"));
        ExperimentWriter.write(Presets.demonstration(), run.experiment());
    }

    @Test
    void picturesAreCopiedIntoFoldersWithPlainClassNames() throws IOException {
        PixelBlock first = Pictures.random(2, 8, 1, 1);
        PixelBlock second = Pictures.random(2, 8, 1, 2);
        ImageStore store = new ImageStore(run.images(), List.of("T-shirt/top", "Ankle boot"), 10);
        store.write(0, 0, first);
        store.write(7, 0, second);

        int count = ImageFolderExport.export(run.folder(), temp.resolve("out/pictures"));

        assertThat(count).isEqualTo(4);
        assertThat(PngFile.read(temp.resolve("out/pictures/T-shirt-top/00.png")).bytes())
                .isEqualTo(Pictures.bytesOf(first, 0));
        assertThat(PngFile.read(temp.resolve("out/pictures/Ankle-boot/07.png")).bytes())
                .isEqualTo(Pictures.bytesOf(second, 1));
        assertThat(temp.resolve("out")).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void classesWhoseFoldersWouldBeTheSameAreKeptApart() throws IOException {
        new ImageStore(run.images(), List.of("a/b", "A b", "c"), 10).write(0, 0, Pictures.random(3, 8, 1, 1));

        ImageFolderExport.export(run.folder(), temp.resolve("out"));

        assertThat(temp.resolve("out")).isDirectoryContaining("glob:**/a-b");
        assertThat(temp.resolve("out")).isDirectoryContaining("glob:**/A-b-1");
    }

    @Test
    void aTargetWithContentIsRefusedAndLeftAlone() throws IOException {
        new ImageStore(run.images(), List.of("a"), 10).write(0, 0, Pictures.random(1, 8, 1, 1));
        Path mine = Files.writeString(Files.createDirectory(temp.resolve("out")).resolve("mine.txt"), "mine");

        assertThatThrownBy(() -> ImageFolderExport.export(run.folder(), temp.resolve("out")))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("already holds files");
        assertThat(mine).hasContent("mine");
        assertThat(temp.resolve("out")).isDirectoryNotContaining("glob:**/a");
    }

    @Test
    void anExportThatFailsLeavesNothingBehind() throws IOException {
        new ImageStore(run.images(), List.of("a", "b"), 10).write(0, 0, Pictures.random(2, 8, 1, 1));
        // Met after the first class was copied: a link to nowhere cannot be copied.
        Files.createSymbolicLink(run.images().resolve("01_b/01.png"), temp.resolve("nowhere"));

        assertThatThrownBy(() -> ImageFolderExport.export(run.folder(), temp.resolve("out")))
                .isInstanceOf(RunFolderException.class);
        assertThat(temp.resolve("out")).doesNotExist();
        assertThat(temp.resolve("out.part")).doesNotExist();
    }

    @Test
    void whatLiesInTheWayOfTheCopyIsNamedAndLeftAlone() throws IOException {
        new ImageStore(run.images(), List.of("a"), 10).write(0, 0, Pictures.random(1, 8, 1, 1));
        Path inTheWay = Files.createDirectory(temp.resolve("out.part"));

        assertThatThrownBy(() -> ImageFolderExport.export(run.folder(), temp.resolve("out")))
                .hasMessageStartingWith(inTheWay + ": is in the way");
        assertThat(inTheWay).isEmptyDirectory();
    }

    @Test
    void aRunWithoutPicturesIsRefused() {
        assertThatThrownBy(() -> ImageFolderExport.export(run.folder(), temp.resolve("out")))
                .hasMessage(run.folder() + ": holds no pictures yet; finish a column first");
    }

    @Test
    void aFolderThatIsNoRunIsRefused() {
        assertThatThrownBy(() -> ImageFolderExport.export(temp, temp.resolve("out")))
                .hasMessageContaining("is no run folder");
    }
}
