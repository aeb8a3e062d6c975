package org.dwastudio.stage.synthesis.start;

import java.util.Arrays;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.random.Shuffle;

/**
 * Random training images of each class, among which the teacher chooses start images.
 *
 * @param dataset has an image of every class
 * @param perClass number of images of each class; 0 for all
 * @param seeds seeds of the run
 */
record StartCandidates(ImageDataset dataset, int perClass, SeedSequence seeds) {
    /** Returns the indices of the candidates of a class in ascending order. */
    int[] of(int label) {
        int[] all = dataset.indicesOf(Split.TRAIN, label);
        if (perClass == 0 || all.length <= perClass) {
            return all;
        }
        int[] drawn = Arrays.copyOf(Shuffle.of(all, seeds.generator(RandomPurpose.START_CANDIDATES, label)), perClass);
        Arrays.sort(drawn);
        return drawn;
    }
}
