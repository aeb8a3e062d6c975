package org.dwastudio.data.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.ImageSource;
import org.dwastudio.data.Split;
import org.dwastudio.data.format.DatasetCatalog;
import org.dwastudio.data.format.DatasetFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexedFilesTest {
    private static final int CLASSES = 1000;
    private static final int FILES_A_CLASS = 100;
    private static final int IMAGENET = 1_281_167;

    @TempDir
    private Path folder;

    @Test
    void labelsAndNamesFollowTheClassesOfWhichSomeMayBeEmpty() {
        IndexedFiles files = new IndexedFiles(
                folder, List.of(files("a"), files("b", "2.png", "1.png"), files("c"), files("d", "\u00E9.png")), 0);

        assertThat(files.count()).isEqualTo(3);
        assertThat(IntStream.range(0, 3).map(files::label)).containsExactly(1, 1, 3);
        assertThat(files.describe(0)).isEqualTo(folder.resolve("b/1.png").toString());
        assertThat(files.describe(2)).isEqualTo(folder.resolve("d/\u00E9.png").toString());
        assertThat(files.indicesOf(0)).isEmpty();
        assertThat(files.indicesOf(1)).containsExactly(0, 1);
        assertThat(files.indicesOf(3)).containsExactly(2);
        assertThatThrownBy(() -> files.label(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void chosenImagesKeepTheirLabels() {
        IndexedFiles files = new IndexedFiles(
                folder, List.of(files("a", "1.png", "2.png"), files("b", "1.png", "2.png", "3.png")), 0);

        ImageSource chosen = files.select(new int[] {1, 2, 4}, 0, 1, 1);

        assertThat(chosen.count()).isEqualTo(3);
        assertThat(IntStream.range(0, 3).map(chosen::label)).containsExactly(0, 1, 1);
        assertThat(chosen.indicesOf(0)).containsExactly(0);
        assertThat(chosen.indicesOf(1)).containsExactly(1, 2);
        assertThat(chosen.describe(2)).isEqualTo(folder.resolve("b/3.png").toString());
    }

    /** Prints the number in docs/performance.md, for a tree of 100,000 files with names as long as ImageNet's. */
    @Test
    @Tag("slow")
    void anIndexOfImageNetsSizeTakesLessThan300MB() throws IOException {
        byte[] image = image();
        for (int label = 0; label < CLASSES; label++) {
            Path train = folder.resolve(String.format(Locale.ROOT, "train/n%08d", label));
            Path val = folder.resolve(String.format(Locale.ROOT, "val/n%08d", label));
            Files.createDirectories(train);
            Files.createDirectories(val);
            Files.write(val.resolve("ILSVRC2012_val_00000001.JPEG"), image);
            for (int i = 0; i < FILES_A_CLASS; i++) {
                Files.write(train.resolve(train.getFileName() + "_" + (10000 + i) + ".JPEG"), image);
            }
        }
        DatasetCatalog catalog = new DatasetCatalog(0);
        DatasetConfig config = new DatasetConfig(folder.toString());
        catalog.load(config);

        long before = usedMemory();
        long start = System.nanoTime();
        ImageDataset dataset = catalog.load(config);
        double seconds = (System.nanoTime() - start) / 1e9;
        long bytes = usedMemory() - before;

        int count = dataset.trainCount() + dataset.testCount();
        System.out.printf(
                Locale.ROOT,
                "%d files indexed in %.2f s, %.1f MB; ImageNet's %d: %.0f s, %.0f MB%n",
                count,
                seconds,
                bytes / 1e6,
                IMAGENET,
                seconds * IMAGENET / count,
                bytes / 1e6 * IMAGENET / count);
        assertThat(dataset.trainCount()).isEqualTo(CLASSES * FILES_A_CLASS);
        assertThat((double) bytes * IMAGENET / count).isLessThan(300e6);
        assertThat(dataset.label(Split.TRAIN, 99_999)).isEqualTo(999);
        assertThat(dataset.images(Split.TRAIN, 99_999).at(0, 0, 0, 0)).isBetween(95, 105);
    }

    private byte[] image() throws IOException {
        new DatasetFiles(folder).gray("one.jpg", 8, 100);
        byte[] bytes = Files.readAllBytes(folder.resolve("one.jpg"));
        Files.delete(folder.resolve("one.jpg"));
        return bytes;
    }

    private static long usedMemory() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static ClassFiles files(String folder, String... names) {
        return new ClassFiles(
                folder,
                List.of(names).stream()
                        .map(name -> ClassFiles.Found.of(name, name.length()))
                        .toList());
    }
}
