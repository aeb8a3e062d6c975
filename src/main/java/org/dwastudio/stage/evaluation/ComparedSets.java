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
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.stage.evaluation.result.TrainingSet;

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
        return switch (task.set().images()) {
            case DISTILLED -> new SubstitutedTrainingSplit("the distilled set", real, distilled);
            case RANDOM_REAL ->
                new SubstitutedTrainingSplit(
                        "random real images", real, randomReal(new SeedSequence(seed), task.student()));
            default -> real;
        };
    }

    /**
     * Draws as many real images of each class as the distilled set has: distinct ones as long as the class has some,
     * then the images of the class again.
     */
    private LabeledImages randomReal(SeedSequence seeds, int student) {
        int[] wanted = distilledPerClass();
        int[] chosen = IntStream.range(0, wanted.length)
                .flatMap(label ->
                        chosen(label, wanted[label], seeds.generator(RandomPurpose.STUDENT_IMAGES, student, label)))
                .toArray();
        return new LabeledImages(real.images(Split.TRAIN, chosen), real.labels(Split.TRAIN, chosen));
    }

    private IntStream chosen(int label, int wanted, RandomGenerator random) {
        int[] all = real.indicesOf(Split.TRAIN, label).clone();
        int[] drawn = new int[all.length == 0 ? 0 : wanted];
        for (int i = 0; i < drawn.length; i++) {
            int place = i % all.length;
            int other = place + random.nextInt(all.length - place);
            drawn[i] = all[other];
            all[other] = all[place];
            all[place] = drawn[i];
        }
        return Arrays.stream(drawn).sorted();
    }

    /**
     * Returns true if a stored result is one of these sets, measured on the same images. Earlier versions trained on fewer
     * random real images where a class had fewer of them than the distilled set.
     */
    boolean fits(StudentResult result) {
        if (result.scoredOn() != real.scoredOn()) {
            return false;
        }
        return result.task().set().images() != TrainingSet.RANDOM_REAL || result.images() == randomRealCount();
    }

    private int randomRealCount() {
        int[] wanted = distilledPerClass();
        return IntStream.range(0, wanted.length)
                .filter(label -> real.indicesOf(Split.TRAIN, label).length > 0)
                .map(label -> wanted[label])
                .sum();
    }

    /** Returns the number of distilled images of each class, in label order. */
    int[] distilledPerClass() {
        int[] counts = new int[real.classNames().size()];
        Arrays.stream(distilled.labels()).forEach(label -> counts[label]++);
        return counts;
    }

    /** Returns the class names in label order. */
    List<String> classNames() {
        return real.classNames();
    }
}
