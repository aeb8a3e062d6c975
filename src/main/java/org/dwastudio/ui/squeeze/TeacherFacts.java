package org.dwastudio.ui.squeeze;

import java.util.OptionalDouble;
import org.dwastudio.pipeline.TeacherSummary;

/**
 * What the teacher card tells.
 *
 * @param architecture name in the network catalogue
 * @param width channels of its first stage
 * @param parameters number of trainable weights
 * @param batchNormLayers number of batch-norm layers
 * @param testAccuracy 0 to 1, when it was measured
 */
public record TeacherFacts(
        String architecture, int width, long parameters, int batchNormLayers, OptionalDouble testAccuracy) {

    static TeacherFacts of(TeacherSummary summary) {
        return new TeacherFacts(
                summary.network().architecture(),
                summary.network().width(),
                summary.parameters(),
                summary.batchNormLayers(),
                summary.testAccuracy());
    }
}
