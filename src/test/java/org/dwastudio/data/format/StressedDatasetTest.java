package org.dwastudio.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dwastudio.data.format.CatsAndDogs.values;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.HeldOut;
import org.dwastudio.config.HeldOut.ScoredOn;
import org.dwastudio.config.ImageSelection;
import org.dwastudio.config.Stress;
import org.dwastudio.config.Stress.Corruption;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.data.DatasetNote.Kind;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Held-out images and stress of datasets that are opened. */
class StressedDatasetTest {
    private static final DatasetConfig BUNDLED = new DatasetConfig(DatasetConfig.BUNDLED);
    /** Fingerprint of the bundled dataset in all versions. */
    private static final String KNOWN = "464f055df0210b48";

    @TempDir
    private Path folder;

    private CatsAndDogs animals;

    @BeforeEach
    void writeImages() throws IOException {
        animals = new CatsAndDogs(folder);
        for (int i = 0; i < 8; i++) {
            animals.files().gray("train/cat/" + i + ".png", 8, 10 + i).gray("train/dog/" + i + ".png", 8, 110 + i);
        }
        animals.split("test", 200);
    }

    private static ImageDataset load(DatasetConfig config) throws IOException {
        return new DatasetCatalog().load(config);
    }

    @Test
    void theFingerprintStaysAtTheDefaultsOfAllOptions() throws IOException {
        assertThat(load(BUNDLED).fingerprint()).isEqualTo(KNOWN);
        assertThat(load(BUNDLED.withHeldOut(HeldOut.none()).withStress(Stress.none().withCorruptionLevel(5)))
                        .fingerprint())
                .isEqualTo(KNOWN);
        assertThat(load(BUNDLED).notes()).isEmpty();
    }

    @Test
    void theBundledDatasetIsLongTailedWithItsPublishedProfile() throws IOException {
        ImageDataset dataset = load(BUNDLED.withStress(Stress.none().withImbalance(100)));

        assertThat(IntStream.range(0, 10).map(label -> dataset.indicesOf(Split.TRAIN, label).length))
                .containsExactly(1000, 599, 359, 215, 129, 77, 46, 28, 17, 10);
        assertThat(dataset.testCount()).isEqualTo(2000);
        assertThat(dataset.fingerprint()).isNotEqualTo(KNOWN);
        assertThat(dataset.notes().get(0).kind()).isEqualTo(Kind.LONG_TAILED);
    }

    @Test
    void onlyTrainingImagesAreCorrupted() throws IOException {
        ImageDataset clean = load(BUNDLED);
        ImageDataset noisy = load(BUNDLED.withStress(Stress.none().withCorruption(Corruption.NOISE)));

        assertThat(noisy.images(Split.TEST, 0, 1).bytes()).isEqualTo(clean.images(Split.TEST, 0, 1).bytes());
        byte[] corrupted = noisy.images(Split.TRAIN, 5).bytes();
        assertThat(corrupted).isNotEqualTo(clean.images(Split.TRAIN, 5).bytes());
        assertThat(noisy.original(Split.TRAIN, 5).bytes()).isEqualTo(corrupted);
        assertThat(noisy.original(Split.TEST, 5).bytes()).isEqualTo(clean.images(Split.TEST, 5).bytes());
        assertThat(noisy.notes()).containsExactly(DatasetNote.of(Kind.NOISY, 3, "8.0"));
        assertThat(noisy.fingerprint()).isNotEqualTo(clean.fingerprint());
    }

    @Test
    void datasetsOnDemandAndInMemoryAreCorruptedAlike() throws IOException {
        DatasetConfig jpeg = animals.config()
                .withImageSize(16)
                .withStress(Stress.none().withCorruption(Corruption.NOISE).withCorruptionLevel(5));

        ImageDataset held = load(jpeg);
        ImageDataset onDemand = new DatasetCatalog(0).load(jpeg);

        assertThat(onDemand.images(Split.TRAIN, 0, 9).bytes())
                .isEqualTo(held.images(Split.TRAIN, 0, 9).bytes())
                .isNotEqualTo(load(animals.config().withImageSize(16)).images(Split.TRAIN, 0, 9).bytes());
        assertThat(onDemand.fingerprint()).isEqualTo(held.fingerprint());
    }

    @Test
    void heldOutImagesPlayTheTestSplitOfFoldersToo() throws IOException {
        DatasetConfig config = animals.config().withHeldOut(new HeldOut(0.25, ScoredOn.HELD_OUT));

        ImageDataset heldOut = load(config);
        ImageDataset test = load(config.scoredOn(ScoredOn.TEST));

        assertThat(heldOut.scoredOn()).isEqualTo(ScoredOn.HELD_OUT);
        assertThat(test.scoredOn()).isEqualTo(ScoredOn.TEST);
        assertThat(values(test, Split.TEST)).containsExactly(200, 201);
        assertThat(values(heldOut, Split.TEST)).hasSize(4).doesNotContainAnyElementsOf(values(heldOut, Split.TRAIN));
        assertThat(values(heldOut, Split.TRAIN)).isEqualTo(values(test, Split.TRAIN)).hasSize(12);
        assertThat(heldOut.fingerprint())
                .isEqualTo(test.fingerprint())
                .isNotEqualTo(animals.load().fingerprint());
    }

    @Test
    void stressFollowsTheSelectionAndTheHeldOutImages() throws IOException {
        ImageDataset dataset = load(animals.config()
                .withSelection(ImageSelection.all().withMaxPerClass(6))
                .withHeldOut(new HeldOut(0.33, ScoredOn.HELD_OUT))
                .withStress(Stress.none()
                        .withImbalance(2)
                        .withLabelNoise(0.5)
                        .withCorruption(Corruption.BLUR)));

        assertThat(dataset.notes())
                .containsExactly(
                        DatasetNote.of(Kind.LIMITED_PER_CLASS, 6, 12, 16),
                        DatasetNote.of(Kind.HELD_OUT, 4, 12),
                        DatasetNote.of(Kind.SCORED_ON_HELD_OUT, 4),
                        DatasetNote.of(Kind.LONG_TAILED, 2, "cat", 4, "dog", 2, 6, 8),
                        DatasetNote.of(Kind.LABELS_SYMMETRIC, 3, 6),
                        DatasetNote.of(Kind.BLURRED, 3, "0.70"));
        // Held-out images keep their labels.
        assertThat(List.of(
                        dataset.indicesOf(Split.TEST, 0).length,
                        dataset.indicesOf(Split.TEST, 1).length))
                .containsExactly(2, 2);
        assertThat(dataset.trainCount()).isEqualTo(6);
    }

    @Test
    void scoringOnImagesThatAreNotHeldOutIsRefused() {
        assertThatThrownBy(() -> load(BUNDLED.scoredOn(ScoredOn.HELD_OUT)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("dataset.heldOutShare is 0");
    }
}
