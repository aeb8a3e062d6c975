package org.dwastudio.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Detection of every format from its folder or archive. */
class DatasetFormatsTest {
    /**
     * The five of cat/0.png to cat/19.png whose SHA-256 with eight zero bytes before the name is smallest, as signed
     * numbers.
     */
    private static final int[] DRAWN_BY_SEED_0 = {0, 10, 13, 17, 3};

    private final DatasetCatalog catalog = new DatasetCatalog();

    @TempDir
    private Path folder;

    private DatasetFiles files;

    @BeforeEach
    void openFolder() {
        files = new DatasetFiles(folder);
    }

    @Test
    void cifar10ComesUnpacked() throws IOException {
        files.cifar10("");

        ImageDataset dataset = load();

        assertThat(dataset.classNames()).containsExactly("airplane", "automobile");
        assertThat(dataset.channels()).isEqualTo(3);
        assertThat(dataset.imageSize()).isEqualTo(32);
        assertThat(dataset.trainCount()).isEqualTo(10);
        assertThat(dataset.testCount()).isEqualTo(2);
        assertThat(dataset.labels(Split.TRAIN, 0, 1, 2)).containsExactly(0, 1, 0);
        assertThat(dataset.labels(Split.TEST, 0, 1)).containsExactly(1, 0);
        assertThat(Arrays.copyOf(dataset.images(Split.TRAIN, 3).bytes(), 6)).containsExactly(12, 13, 14, 12, 13, 14);
    }

    @Test
    void cifar10ComesPacked() throws IOException {
        files.cifar10("x/").tarGz("cifar-10-binary.tar.gz", "cifar-10-batches-bin/", files.filesIn("x"));

        ImageDataset packed = catalog.load(
                new DatasetConfig(folder.resolve("cifar-10-binary.tar.gz").toString()));

        assertThat(packed.name()).isEqualTo("cifar-10-binary");
        assertThat(packed.fingerprint())
                .isEqualTo(catalog.load(new DatasetConfig(folder.resolve("x").toString()))
                        .fingerprint());
    }

    @Test
    void anArchiveIsFoundInItsFolder() throws IOException {
        files.cifar100("x/").tarGz("cifar-100-binary.tar.gz", "cifar-100-binary/", files.filesIn("x"));
        files.filesIn("x").forEach(files::delete);

        assertThat(load().trainCount()).isEqualTo(3);
    }

    @Test
    void cifar100HasItsFineLabels() throws IOException {
        files.cifar100("cifar-100-binary/");

        ImageDataset dataset = load();

        assertThat(dataset.name()).isEqualTo("cifar-100-binary");
        assertThat(dataset.classNames()).containsExactly("apple", "aquarium_fish", "baby");
        assertThat(dataset.labels(Split.TRAIN, 0, 1, 2)).containsExactly(2, 0, 1);
        assertThat(dataset.images(Split.TEST, 0).at(0, 31, 31, 2)).isEqualTo(6);
    }

    @Test
    void tinyImageNetIsNamedByItsWords() throws IOException {
        files.tinyImageNet();

        ImageDataset dataset = load();

        assertThat(dataset.classNames()).containsExactly("crane, bird", "goldfish", "crane, machine");
        assertThat(dataset.imageSize()).isEqualTo(64);
        assertThat(dataset.channels()).isEqualTo(3);
        assertThat(dataset.labels(Split.TRAIN, 0, 1, 2, 3, 4, 5)).containsExactly(0, 0, 1, 1, 2, 2);
        assertThat(dataset.describe(Split.TRAIN, 3))
                .isEqualTo(folder.resolve("train/n02/images/n02_1.JPEG").toString());
        assertThat(dataset.labels(Split.TEST, 0, 1, 2)).containsExactly(0, 1, 2);
        assertThat(dataset.describe(Split.TEST, 2))
                .isEqualTo(folder.resolve("val/images/val_0.JPEG").toString());
    }

    @Test
    void tinyImageNetsValidationImagesMayBeSorted() throws IOException {
        files.tinyImageNet().delete("val/val_annotations.txt");
        for (int i = 1; i <= 3; i++) {
            files.color("val/n0" + i + "/v.JPEG", 64, 64, 0xFF000000);
        }

        assertThat(load().labels(Split.TEST, 0, 1, 2)).containsExactly(0, 1, 2);
    }

    @Test
    void anImageFolderHasItsClassesInCodePointOrder() throws IOException {
        for (String name : new String[] {"b", "B", "\uFF01", "\uD83D\uDE00", "a"}) {
            files.gray("train/" + name + "/x.png", 32, 1).gray("test/" + name + "/x.png", 32, 2);
        }

        assertThat(load().classNames()).containsExactly("B", "a", "b", "\uFF01", "\uD83D\uDE00");
    }

    @Test
    void whatIsHiddenOrNoImageIsSkipped() throws IOException {
        files.splitFolders()
                .text("train/cat/._a.png", "notes of an archiver")
                .text("train/cat/readme.txt", "hello")
                .text("train/.cache/x.png", "no class")
                .text("__MACOSX/._train", "notes");

        ImageDataset dataset = load();

        assertThat(dataset.classNames()).containsExactly("cat", "dog");
        assertThat(dataset.trainCount()).isEqualTo(4);
        assertThat(dataset.testCount()).isEqualTo(2);
        assertThat(dataset.channels()).isEqualTo(1);
        assertThat(dataset.imageSize()).isEqualTo(32);
        assertThat(dataset.images(Split.TRAIN, 3, 0).at(0, 5, 5, 0)).isEqualTo(40);
    }

    @Test
    void aFolderInAFolderIsFound() throws IOException {
        new DatasetFiles(folder.resolve("photos")).splitFolders();

        assertThat(load().name()).isEqualTo("photos");
    }

    @Test
    void withoutATestSplitOneIsDrawnOfEachClassByTheSeed() throws IOException {
        for (int i = 0; i < 20; i++) {
            files.gray("cat/" + i + ".png", 32, i);
        }
        files.gray("dog/1.png", 32, 0).gray("dog/2.png", 32, 1);
        DatasetConfig config = new DatasetConfig(folder.toString()).withTestShare(0.25);

        ImageDataset dataset = catalog.load(config);

        assertThat(dataset.indicesOf(Split.TEST, 0)).hasSize(5);
        assertThat(dataset.indicesOf(Split.TRAIN, 0)).hasSize(15);
        assertThat(dataset.indicesOf(Split.TEST, 1)).containsExactly(5);
        assertThat(dataset.label(Split.TRAIN, 15)).isEqualTo(1);
        assertThat(values(dataset)).containsExactly(DRAWN_BY_SEED_0);
        assertThat(values(catalog.load(config.withSplitSeed(1)))).isNotEqualTo(DRAWN_BY_SEED_0);
        assertThat(catalog.load(config.withSplitSeed(1)).fingerprint()).isNotEqualTo(dataset.fingerprint());
    }

    private static int[] values(ImageDataset dataset) {
        return IntStream.range(0, 5)
                .map(index -> dataset.images(Split.TEST, index).at(0, 0, 0, 0))
                .toArray();
    }

    @Test
    void aTrainingSplitAloneIsSplitToo() throws IOException {
        files.splitFolders()
                .delete("val/cat/c.png")
                .delete("val/dog/c.png")
                .delete("val/cat")
                .delete("val/dog");
        files.delete("val");

        ImageDataset dataset = load();

        assertThat(dataset.trainCount()).isEqualTo(2);
        assertThat(dataset.testCount()).isEqualTo(2);
    }

    @Test
    void moreClassesThanAByteHoldsHaveTheirLabels() throws IOException {
        for (int label = 0; label < 300; label++) {
            files.gray(String.format("train/c%03d/x.png", label), 8, label % 256)
                    .gray(String.format("val/c%03d/x.png", label), 8, 0);
        }

        ImageDataset dataset = load();

        assertThat(dataset.label(Split.TRAIN, 299)).isEqualTo(299);
        assertThat(dataset.indicesOf(Split.TEST, 257)).containsExactly(257);
        assertThat(dataset.images(Split.TRAIN, 299).at(0, 0, 0, 0)).isEqualTo(43);
    }

    @Test
    void twoDatasetsInAFolderAreNotGuessedBetween() {
        files.cifar10("one/").cifar100("two/");

        assertThatThrownBy(this::load).hasMessageContainingAll("found 2 datasets", "one, two", "Please give one");
    }

    private ImageDataset load() throws IOException {
        return catalog.load(new DatasetConfig(folder.toString()));
    }
}
