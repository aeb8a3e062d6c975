package org.dwastudio.data.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dwastudio.data.select.ThreeClasses.counts;
import static org.dwastudio.data.select.ThreeClasses.pixels;

import java.io.IOException;
import java.util.stream.Stream;
import org.dwastudio.config.HeldOut;
import org.dwastudio.config.HeldOut.ScoredOn;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.data.DatasetNote.Kind;
import org.dwastudio.data.DatasetSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldOutImagesTest {
    private static final DatasetSource ANIMALS = ThreeClasses.of(10, 2, 1);

    private static DatasetSource divided(double share, ScoredOn scoredOn, long seed) throws DatasetException {
        return new HeldOutImages(new HeldOut(share, scoredOn), seed).of(ANIMALS);
    }

    @ParameterizedTest
    @CsvSource({"0.01, 9, 1", "0.2, 8, 1", "0.26, 7, 1", "0.5, 5, 1"})
    void everyClassOfTwoKeepsAnImageInBothParts(double share, int ants, int bees) throws DatasetException {
        DatasetSource divided = divided(share, ScoredOn.HELD_OUT, 3);

        assertThat(counts(divided)).containsExactly(ants, bees, 1);
        assertThat(divided.test().indicesOf(0)).hasSize(10 - ants);
        assertThat(divided.test().indicesOf(1)).hasSize(1);
        assertThat(divided.test().indicesOf(2)).isEmpty();
    }

    @Test
    void bothPartsAreAllImagesAndTheSeedDecides() throws IOException {
        DatasetSource divided = divided(0.3, ScoredOn.HELD_OUT, 3);

        assertThat(Stream.concat(pixels(divided.train()).stream(), pixels(divided.test()).stream()))
                .containsExactlyInAnyOrderElementsOf(pixels(ANIMALS.train()));
        assertThat(pixels(divided(0.3, ScoredOn.HELD_OUT, 3).test())).isEqualTo(pixels(divided.test()));
        assertThat(pixels(divided(0.3, ScoredOn.HELD_OUT, 4).test())).isNotEqualTo(pixels(divided.test()));
    }

    @Test
    void theFingerprintDependsOnTheShareAndNotOnTheImagesThatAreScored() throws DatasetException {
        DatasetSource scoredOnTest = divided(0.3, ScoredOn.TEST, 3);
        DatasetSource scoredOnHeldOut = divided(0.3, ScoredOn.HELD_OUT, 3);

        assertThat(scoredOnTest.fingerprint())
                .isEqualTo(scoredOnHeldOut.fingerprint())
                .isNotEqualTo(ANIMALS.fingerprint())
                .isNotEqualTo(divided(0.2, ScoredOn.TEST, 3).fingerprint());
        assertThat(divided(0, ScoredOn.TEST, 3)).isSameAs(ANIMALS);
    }

    @Test
    void theTestSplitStaysUnlessHeldOutImagesPlayIt() throws IOException {
        DatasetSource scoredOnTest = divided(0.3, ScoredOn.TEST, 3);

        assertThat(pixels(scoredOnTest.test())).containsExactly(100, 101);
        assertThat(scoredOnTest.notes()).containsExactly(DatasetNote.of(Kind.HELD_OUT, 4, 13));
        assertThat(divided(0.3, ScoredOn.HELD_OUT, 3).notes())
                .containsExactly(
                        DatasetNote.of(Kind.HELD_OUT, 4, 13), DatasetNote.of(Kind.SCORED_ON_HELD_OUT, 4));
    }

    @Test
    void heldOutImagesThatDoNotExistAreRefused() {
        assertThatThrownBy(() -> divided(0, ScoredOn.HELD_OUT, 3))
                .isInstanceOf(DatasetException.class)
                .hasMessage("dataset.scoredOn is held-out, but dataset.heldOutShare is 0. Please set"
                        + " dataset.heldOutShare above 0, or dataset.scoredOn to test.");
        assertThatThrownBy(() -> new HeldOutImages(new HeldOut(0.5, ScoredOn.HELD_OUT), 3).of(ThreeClasses.of(1, 1)))
                .hasMessage("animals: no class has two training images, so that none can be held out. Please add"
                        + " images, or measure on the test split.");
    }
}
