package org.dwastudio.stage.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.data.Split;
import org.dwastudio.data.SubstitutedTrainingSplit;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.evaluation.result.StudentTask;

/**
 * Image sets that students are trained on.
 *
 * @param real all real images
 * @param distilled the distilled images of a run
 * @param seed selects the random real images
 */
public record ComparedSets(ImageDataset real, LabeledImages distilled, long seed) {

    /** Returns the dataset a student is trained and tested on. */
    ImageDataset of(StudentTask task) {
        return switch (task.set()) {
            case DISTILLED -> new SubstitutedTrainingSplit("the distilled set", real, distilled);
            case RANDOM_REAL ->
                new SubstitutedTrainingSplit(
                        "random real images", real, randomReal(new SeedSequence(seed), task.student()));
            case FULL_REAL -> real;
        };
    }

    /** Draws as many real images of each class as the distilled set has, or all of them where a class has fewer. */
    private LabeledImages randomReal(SeedSequence seeds, int student) {
        int[] chosen = IntStream.range(0, real.classNames().size())
                .flatMap(label -> chosen(label, seeds.generator(RandomPurpose.STUDENT_IMAGES, student, label)))
                .toArray();
        return new LabeledImages(real.images(Split.TRAIN, chosen), real.labels(Split.TRAIN, chosen));
    }

    private IntStream chosen(int label, RandomGenerator random) {
        int wanted = (int)
                Arrays.stream(distilled.labels()).filter(own -> own == label).count();
        int[] all = real.indicesOf(Split.TRAIN, label).clone();
        int count = Math.min(wanted, all.length);
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(all.length - i);
            int moved = all[i];
            all[i] = all[other];
            all[other] = moved;
        }
        return Arrays.stream(all, 0, count).sorted();
    }

    /** Returns the class names in label order. */
    List<String> classNames() {
        return real.classNames();
    }
}
