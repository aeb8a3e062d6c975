package org.dwastudio.data.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.data.Thumbnails;
import org.dwastudio.data.format.DatasetCatalog;
import org.dwastudio.data.format.DatasetFiles;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.Normalization;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreprocessedDatasetTest {
    private final DatasetCatalog catalog = new DatasetCatalog();
    private final DatasetCatalog withoutMemory = new DatasetCatalog(0);

    @TempDir
    private Path folder;

    private DatasetFiles files;
    private DatasetConfig config;

    @BeforeEach
    void openFolder() {
        files = new DatasetFiles(folder);
        config = new DatasetConfig(folder.toString());
    }

    @Test
    void whatIsInMemoryIsWhatWouldBeDecodedOnDemand() throws IOException {
        for (int i = 0; i < 40; i++) {
            files.color("train/a/" + i + ".png", 40 + i, 50, 0xFF000000 | i * 77777)
                    .color("train/b/" + i + ".png", 60, 33 + i, 0xFF000000 | i * 99991);
        }
        files.color("val/a/x.png", 64, 64, 0xFF112233).color("val/b/x.png", 64, 64, 0xFF445566);

        ImageDataset held = catalog.load(config);
        ImageDataset decoded = withoutMemory.load(config);

        int[] all = IntStream.range(0, 80).toArray();
        assertThat(decoded.images(Split.TRAIN, all).bytes())
                .isEqualTo(held.images(Split.TRAIN, all).bytes());
        assertThat(decoded.images(Split.TRAIN, 79, 3, 3).bytes())
                .isEqualTo(held.images(Split.TRAIN, 79, 3, 3).bytes());
        assertThat(decoded.fingerprint()).isEqualTo(held.fingerprint());
        assertThat(decoded.normalization()).isEqualTo(held.normalization());
        assertThat(decoded.original(Split.TRAIN, 5).bytes())
                .isEqualTo(held.original(Split.TRAIN, 5).bytes());
    }

    @Test
    void theOriginalIsNotScaled() throws IOException {
        files.splitFolders().color("train/cat/0.png", 90, 70, 0xFFC81E0A);

        ImageDataset dataset = catalog.load(config.withImageSize(28));

        assertThat(dataset.images(Split.TRAIN, 0).height()).isEqualTo(28);
        assertThat(dataset.original(Split.TRAIN, 0).width()).isEqualTo(90);
        assertThat(dataset.original(Split.TRAIN, 0).height()).isEqualTo(70);
        assertThat(dataset.original(Split.TRAIN, 1).channels())
                .as("gray among color")
                .isEqualTo(3);
        assertThat(dataset.original(Split.TRAIN, 1).at(0, 0, 0, 2)).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"20, 20, 28", "27, 60, 28", "63, 63, 32", "70, 500, 64", "500, 400, 224"})
    void theSizeIsTheLargestCommonOneNotAboveTheMedianOfTheShorterSides(int width, int height, int size)
            throws IOException {
        files.splitFolders();
        for (int i = 0; i < 5; i++) {
            files.color("train/cat/more" + i + ".png", width, height, 0xFF000000);
        }

        assertThat(catalog.load(config).imageSize()).isEqualTo(size);
    }

    @Test
    void squareImagesThatAreAllAlikeKeepTheirSize() throws IOException {
        files.gray("a/1.png", 41, 1).gray("a/2.png", 41, 1).gray("b/1.png", 41, 1);

        assertThat(catalog.load(config).imageSize()).isEqualTo(41);
    }

    @Test
    void colorsFollowTheExperiment() throws IOException {
        files.splitFolders().color("train/cat/0.png", 32, 32, 0xFFC81E0A);

        assertThat(catalog.load(config).channels()).isEqualTo(3);
        ImageDataset gray = catalog.load(config.withColor(DatasetConfig.Color.GRAY));
        assertThat(gray.channels()).isEqualTo(1);
        // 0.299 · 200 + 0.587 · 30 + 0.114 · 10
        assertThat(gray.images(Split.TRAIN, 0).at(0, 4, 4, 0)).isEqualTo(79);
    }

    @Test
    void setsInMemoryAreBroughtToSizeAndColorToo() throws IOException {
        DatasetConfig bundled =
                new DatasetConfig(DatasetConfig.BUNDLED).withImageSize(32).withColor(DatasetConfig.Color.COLOR);

        ImageDataset dataset = withoutMemory.load(bundled);

        assertThat(dataset.imageSize()).isEqualTo(32);
        assertThat(dataset.channels()).isEqualTo(3);
        assertThat(dataset.images(Split.TEST, 7).height()).isEqualTo(32);
        assertThat(dataset.original(Split.TEST, 7).height()).isEqualTo(28);
        assertThat(dataset.describe(Split.TEST, 7)).isEqualTo("test image 7");
        assertThat(dataset.fingerprint())
                .isEqualTo(
                        catalog.load(new DatasetConfig(DatasetConfig.BUNDLED)).fingerprint());
    }

    @Test
    void theNormalizationIsTheGivenOneElseThatOfTheTrainingImages() throws IOException {
        files.splitFolders();
        ChannelNormalization given = new ChannelNormalization(List.of(0.5), List.of(0.2));

        Normalization computed = withoutMemory.load(config).normalization();
        assertThat(computed.mean().get(0)).isCloseTo(25 / 255.0, within(1e-12));
        assertThat(computed.std().get(0)).isCloseTo(Math.sqrt(125) / 255, within(1e-12));
        assertThat(catalog.load(config.withNormalization(Optional.of(given))).normalization())
                .isEqualTo(new Normalization(List.of(0.5), List.of(0.2)));
        files.cifar10("c/");
        ChannelNormalization three = new ChannelNormalization(List.of(0.1, 0.2, 0.3), List.of(1.0, 1.0, 1.0));
        assertThat(catalog.load(new DatasetConfig(folder.resolve("c").toString()).withNormalization(Optional.of(three)))
                        .normalization()
                        .mean())
                .containsExactly(0.1, 0.2, 0.3);
    }

    @Test
    void aNormalizationForOtherChannelsIsRejected() {
        files.splitFolders();
        ChannelNormalization three = new ChannelNormalization(List.of(0.1, 0.2, 0.3), List.of(1.0, 1.0, 1.0));

        assertThatThrownBy(() -> catalog.load(config.withNormalization(Optional.of(three))))
                .hasMessageContainingAll("for 3 channels", "have 1.", "Please");
    }

    @Test
    void aFileThatProvesUnreadableIsNamedWhenItIsMet() throws IOException {
        files.splitFolders().text("train/dog/0.png", "hello");
        ImageDataset dataset = withoutMemory.load(config);

        assertThat(dataset.images(Split.TRAIN, 0, 1, 3, 4).count()).isEqualTo(4);
        assertThatThrownBy(() -> dataset.images(Split.TRAIN, 0, 1, 2, 3, 4, 0, 1, 3, 4, 0, 1, 3, 4, 0, 1, 3, 4))
                .isInstanceOf(UncheckedIOException.class)
                .cause()
                .isInstanceOf(DatasetException.class)
                .hasMessageContainingAll(
                        folder.resolve("train/dog/0.png").toString(),
                        "not a readable image",
                        "Please remove or replace it");
        assertThatThrownBy(() -> dataset.original(Split.TRAIN, 2)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void largeImagesAreScaledDownForASmallPlace() throws IOException {
        files.gray("a/1.png", 100, 9)
                .gray("a/2.png", 100, 9)
                .gray("b/1.png", 100, 70)
                .gray("b/2.png", 100, 70);
        ImageDataset dataset = withoutMemory.load(config);

        ImageBatch thumbnails = new Thumbnails(dataset).of(Split.TRAIN, 1, 0);

        assertThat(dataset.imageSize()).isEqualTo(100);
        assertThat(thumbnails.height()).isEqualTo(64);
        assertThat(thumbnails.at(0, 63, 63, 0)).isEqualTo(70);
        assertThat(thumbnails.at(1, 0, 0, 0)).isEqualTo(9);
    }

    @Test
    void theStatisticsOfFilesNeedNoMoreThanTwentyThousandOfThem() {
        assertThat(ImageFormat.spread(5, 10)).containsExactly(0, 1, 2, 3, 4);
        assertThat(ImageFormat.spread(1_281_167, 20_000))
                .hasSize(20_000)
                .startsWith(0, 64, 128)
                .doesNotHaveDuplicates();
        assertThat(ImageFormat.spread(1_281_167, 20_000)[19_999]).isBetween(1_281_000, 1_281_166);
    }
}
