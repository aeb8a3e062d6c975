package org.dwastudio.data.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dwastudio.data.select.ThreeClasses.counts;
import static org.dwastudio.data.select.ThreeClasses.pixels;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.dwastudio.config.Stress;
import org.dwastudio.config.Stress.Corruption;
import org.dwastudio.config.Stress.LabelNoiseKind;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.data.DatasetNote.Kind;
import org.dwastudio.data.DatasetSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StressedTrainingTest {
    private static final DatasetSource ANIMALS = ThreeClasses.of(20, 20, 20);

    private static DatasetSource stressed(Stress stress, long seed) {
        return new StressedTraining(stress, seed).of(ANIMALS);
    }

    @ParameterizedTest
    @CsvSource({"1.5, 16, 13", "4, 10, 5", "10, 6, 2", "1000, 1, 1"})
    void classesDecreaseExponentiallyInTheirOrder(double ratio, int second, int third) throws IOException {
        DatasetSource stressed = stressed(Stress.none().withImbalance(ratio), 3);

        assertThat(counts(stressed)).containsExactly(20, second, third);
        assertThat(pixels(stressed.test())).containsExactly(100, 101);
        assertThat(stressed.fingerprint()).isNotEqualTo(ANIMALS.fingerprint());
    }

    @Test
    void imagesOfReducedClassesAreEvenlySpreadAndTheNumbersAreNoted() throws IOException {
        DatasetSource stressed = stressed(Stress.none().withImbalance(4), 3);

        assertThat(pixels(stressed.train()).subList(20, 35))
                .containsExactly(20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40, 44, 48, 52, 56);
        assertThat(stressed.notes())
                .containsExactly(DatasetNote.of(Kind.LONG_TAILED, 4, "ant", 20, "cow", 5, 35, 60));
        assertThat(stressed.notes().get(0).describe())
                .isEqualTo("Stress: the classes of the training split are long-tailed with ratio 4, from 20 images of ant"
                        + " to 5 of cow; 35 of 60 are used.");
    }

    @ParameterizedTest
    @CsvSource({"0.1, 2", "0.33, 7", "0.9, 18"})
    void exactlyTheShareOfEveryClassHasAnotherLabel(double share, int wrong) {
        DatasetSource stressed = stressed(Stress.none().withLabelNoise(share), 3);

        for (int label = 0; label < 3; label++) {
            assertThat(changed(stressed, label)).hasSize(wrong);
        }
        assertThat(stressed.notes()).containsExactly(DatasetNote.of(Kind.LABELS_SYMMETRIC, 3 * wrong, 60));
        assertThat(stressed.fingerprint()).isNotEqualTo(ANIMALS.fingerprint());
    }

    /** Returns the labels of images that had another one. */
    private static List<Integer> changed(DatasetSource stressed, int label) {
        return IntStream.of(ANIMALS.train().indicesOf(label))
                .map(stressed.train()::label)
                .filter(other -> other != label)
                .boxed()
                .toList();
    }

    @Test
    void symmetricNoiseTakesAllOtherClassesAndTheSeedDecides() {
        Stress noise = Stress.none().withLabelNoise(0.5);

        assertThat(changed(stressed(noise, 3), 1)).contains(0, 2);
        assertThat(labels(stressed(noise, 3))).isEqualTo(labels(stressed(noise, 3)));
        assertThat(labels(stressed(noise, 4))).isNotEqualTo(labels(stressed(noise, 3)));
    }

    private static List<Integer> labels(DatasetSource source) {
        return IntStream.range(0, source.train().count())
                .mapToObj(source.train()::label)
                .toList();
    }

    @Test
    void neighborNoiseTakesTheNextClass() {
        DatasetSource stressed = stressed(
                Stress.none().withLabelNoise(0.25).withLabelNoiseKind(LabelNoiseKind.NEIGHBOR), 3);

        assertThat(changed(stressed, 0)).containsExactly(1, 1, 1, 1, 1);
        assertThat(changed(stressed, 2)).containsExactly(0, 0, 0, 0, 0);
        assertThat(counts(stressed)).containsExactly(20, 20, 20);
        assertThat(stressed.notes()).containsExactly(DatasetNote.of(Kind.LABELS_NEIGHBOR, 15, 60));
    }

    @Test
    void aClassKeepsOneImageOfItsOwn() {
        DatasetSource single = ThreeClasses.of(1, 2, 3);

        DatasetSource stressed = new StressedTraining(
                        Stress.none().withLabelNoise(0.9).withLabelNoiseKind(LabelNoiseKind.NEIGHBOR), 3)
                .of(single);

        assertThat(counts(stressed)).containsExactly(3, 1, 2);
    }

    @Test
    void aCorruptionIsPartOfTheFingerprintAndNoStressIsNot() {
        Stress noise = Stress.none().withCorruption(Corruption.NOISE);
        Stress blur = Stress.none().withCorruption(Corruption.BLUR);

        assertThat(stressed(Stress.none().withCorruptionLevel(5), 3)).isSameAs(ANIMALS);
        assertThat(List.of(
                        ANIMALS.fingerprint(),
                        stressed(noise, 3).fingerprint(),
                        stressed(noise, 4).fingerprint(),
                        stressed(noise.withCorruptionLevel(4), 3).fingerprint(),
                        stressed(blur, 3).fingerprint()))
                .doesNotHaveDuplicates();
        assertThat(stressed(blur, 4).fingerprint()).isEqualTo(stressed(blur, 3).fingerprint());
    }
}
