package org.dwastudio.engine;

import java.util.OptionalDouble;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.teacher.ClassComparison;

/**
 * Teacher information shown on a teacher card.
 *
 * @param network network configuration
 * @param parameters number of trainable weights
 * @param batchNormLayers number of batch-norm layers
 * @param testAccuracy accuracy on the test split of {@code trainedOn}, 0 to 1; empty when the teacher file does not
 *     contain it
 * @param trainedOn name of the dataset that the teacher was trained on
 * @param classMatch comparison of its class names with those of the dataset used last
 */
public record TeacherSummary(
        NetworkConfig network,
        long parameters,
        int batchNormLayers,
        OptionalDouble testAccuracy,
        String trainedOn,
        ClassComparison.Result classMatch) {

    /** Creates the summary of a teacher that was not compared with a dataset. */
    public TeacherSummary(NetworkConfig network, long parameters, int batchNormLayers, OptionalDouble testAccuracy) {
        this(network, parameters, batchNormLayers, testAccuracy, "", ClassComparison.Result.UNKNOWN);
    }

    /** Returns false if the teacher's classes are others than the dataset's: its accuracy there is not known. */
    public boolean isOfTheDataset() {
        return classMatch != ClassComparison.Result.OTHER;
    }
}
