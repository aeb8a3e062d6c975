package org.dwastudio.stage.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dwastudio.config.HeldOut.ScoredOn;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.InMemoryDataset;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.data.SmallClasses;
import org.dwastudio.data.Split;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.train.LabelType;
import org.junit.jupiter.api.Test;

class ComparedSetsTest {
    private static final int CAT = 0;
    private static final int RARE = 1;
    private static final int PER_CLASS = 4;
    /** Six cats and two rare animals; the brightness of an image is its index. */
    private static final LabeledImages TRAIN = images(CAT, CAT, CAT, RARE, CAT, CAT, RARE, CAT);

    private static final ImageDataset REAL =
            new InMemoryDataset("animals", List.of("cat", "rare"), TRAIN, images(CAT, RARE));
    private static final ComparedSets SETS =
            new ComparedSets(REAL, images(CAT, CAT, CAT, CAT, RARE, RARE, RARE, RARE), 7);

    @Test
    void everyClassHasAsManyRandomRealImagesAsDistilledOnes() {
        for (int student = 0; student < 5; student++) {
            ImageDataset drawn = SETS.of(new StudentTask(TrainingSet.RANDOM_REAL, LabelType.SOFT, student));

            List<Integer> cats = brightness(drawn, CAT);
            assertThat(cats).hasSize(PER_CLASS).doesNotHaveDuplicates().isSubsetOf(0, 1, 2, 4, 5, 7);
            // Two images for four places: each of them twice.
            assertThat(brightness(drawn, RARE)).containsExactly(3, 3, 6, 6);
        }
    }

    @Test
    void storedStudentsOfFewerRandomRealImagesDoNotFit() {
        assertThat(SETS.fits(result(TrainingSet.RANDOM_REAL, 8))).isTrue();
        assertThat(SETS.fits(result(TrainingSet.RANDOM_REAL, 6))).isFalse();
        assertThat(SETS.fits(result(TrainingSet.FULL_REAL, 6))).isTrue();
    }

    @Test
    void storedStudentsThatWereMeasuredOnOtherImagesDoNotFit() {
        StudentResult stored = result(TrainingSet.FULL_REAL, 6);

        assertThat(SETS.fits(new StudentResult(
                        stored.task(), 6, 10, 0.5, 0.5, 10, 0.5, 1, stored.confusion(), ScoredOn.HELD_OUT)))
                .isFalse();
    }

    @Test
    void classesWithFewerImagesThanTheDistilledSetAreNamedWithTheirNumbers() {
        assertThat(SmallClasses.note(REAL, 2)).isEmpty();
        assertThat(SmallClasses.note(REAL, PER_CLASS))
                .contains(DatasetNote.of(DatasetNote.Kind.FEWER_THAN_DISTILLED, 1, PER_CLASS, "rare (2)"));
        assertThat(SmallClasses.note(REAL, 7).orElseThrow().describe())
                .startsWith(
                        "Classes with fewer training images than the 7 images per class (ipc) of the distilled set (2):"
                                + " cat (6), rare (2). ");
    }

    private static List<Integer> brightness(ImageDataset dataset, int label) {
        List<Integer> values = new ArrayList<>();
        for (int index : dataset.indicesOf(Split.TRAIN, label)) {
            values.add((int) dataset.images(Split.TRAIN, index).bytes()[0]);
        }
        return values;
    }

    private static StudentResult result(TrainingSet set, int images) {
        StudentTask task = new StudentTask(set, LabelType.SOFT, 0);
        return new StudentResult(task, images, 10, 0.5, 0.5, 10, 0.5, 1, new long[][] {{1, 0}, {0, 1}});
    }

    private static LabeledImages images(int... labels) {
        byte[] bytes = new byte[labels.length * 4];
        IntStream.range(0, labels.length).forEach(i -> Arrays.fill(bytes, 4 * i, 4 * i + 4, (byte) i));
        return new LabeledImages(new ImageBatch(labels.length, 2, 2, 1, bytes), labels);
    }
}
