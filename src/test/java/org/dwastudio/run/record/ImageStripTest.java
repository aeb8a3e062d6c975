package org.dwastudio.run.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.sheet.ContactSheetLayout;
import org.dwastudio.run.ImageOrigin;
import org.dwastudio.run.ImageStore;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.TestImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageStripTest {
    private static final int TILE = 56;

    @TempDir
    private Path temp;

    @Test
    void theFirstTenClassesOfEachRunAreARow() throws Exception {
        ImageBatch small = TestImages.random(12, 28, 1, 1);
        ImageBatch large = TestImages.random(12, 28, 1, 2);
        RunDirectory first = run("0.015", 12, small);
        RunDirectory second = run("0.5", 12, large);
        Path file = temp.resolve("strip.png");

        new ImageStrip(List.of(new ImageStrip.Row("0.015", first), new ImageStrip.Row("0.5", second)))
                .write(file, SynthesisPresets.demonstration());

        BufferedImage strip = ImageIO.read(file.toFile());
        ContactSheetLayout layout = layoutOf(strip, 2, 10);
        assertThat(strip.getHeight()).isEqualTo(layout.size().height);
        for (int label = 0; label < 10; label++) {
            assertThat(middleOf(strip, layout.tile(0, label))).isEqualTo(small.at(label, 14, 14, 0));
            assertThat(middleOf(strip, layout.tile(1, label))).isEqualTo(large.at(label, 14, 14, 0));
        }
        assertThat(ImageOrigin.read(file).orElseThrow().experiment()).isEqualTo(SynthesisPresets.demonstration());
    }

    @Test
    void aRunWithFewerImagesAClassLeavesEmptyPlaces() throws Exception {
        ImageBatch first = TestImages.random(2, 28, 1, 1);
        ImageBatch second = TestImages.random(2, 28, 1, 2);
        Path file = temp.resolve("strip.png");

        new ImageStrip(List.of(
                        new ImageStrip.Row("1", run("one", 2, first)),
                        new ImageStrip.Row("2", run("two", 2, first, second))))
                .write(file, SynthesisPresets.demonstration());

        BufferedImage strip = ImageIO.read(file.toFile());
        ContactSheetLayout layout = layoutOf(strip, 2, 4);
        assertThat(middleOf(strip, layout.tile(0, 1)))
                .as("a place without an image")
                .isEqualTo(0xF2);
        assertThat(middleOf(strip, layout.tile(0, 2))).isEqualTo(first.at(1, 14, 14, 0));
        assertThat(middleOf(strip, layout.tile(1, 3))).isEqualTo(second.at(1, 14, 14, 0));
    }

    @Test
    void aRunWithoutImagesIsNamed() {
        ImageStrip strip = new ImageStrip(List.of(new ImageStrip.Row("1", new RunDirectory(temp.resolve("empty")))));

        assertThatThrownBy(() -> strip.write(temp.resolve("strip.png"), SynthesisPresets.demonstration()))
                .isInstanceOf(RunFolderException.class)
                .hasMessage(temp.resolve("empty") + ": holds no images");
    }

    private RunDirectory run(String name, int classes, ImageBatch... columns) throws IOException {
        RunDirectory run = RunDirectory.create(temp.resolve(name));
        Files.createDirectory(run.images());
        List<String> names =
                IntStream.range(0, classes).mapToObj(label -> "class " + label).toList();
        ImageStore store = new ImageStore(run.images(), names, columns.length);
        for (int column = 0; column < columns.length; column++) {
            store.write(column, 0, columns[column], SynthesisPresets.demonstration());
        }
        return run;
    }

    private static ContactSheetLayout layoutOf(BufferedImage strip, int rows, int columns) {
        int tiles = columns * (TILE + ContactSheetLayout.GAP) - ContactSheetLayout.GAP;
        return new ContactSheetLayout(
                rows, columns, TILE, TILE, strip.getWidth() - 2 * ContactSheetLayout.MARGIN - tiles);
    }

    private static int middleOf(BufferedImage strip, Point tile) {
        return strip.getRGB(tile.x + TILE / 2, tile.y + TILE / 2) & 0xFF;
    }
}
