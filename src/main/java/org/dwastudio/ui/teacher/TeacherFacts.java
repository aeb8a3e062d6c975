package org.dwastudio.ui.teacher;

import java.util.OptionalDouble;
import org.dwastudio.engine.TeacherSummary;

/**
 * What the teacher card tells.
 *
 * @param architecture name in the network catalogue
 * @param width channels of its first stage
 * @param classes number of its outputs
 * @param channels of its images, 1 or 3
 * @param imageSize height and width of its images in pixels
 * @param parameters number of trainable weights
 * @param batchNormLayers number of batch-norm layers
 * @param testAccuracy 0 to 1, when it was measured
 */
public record TeacherFacts(
        String architecture,
        int width,
        int classes,
        int channels,
        int imageSize,
        long parameters,
        int batchNormLayers,
        OptionalDouble testAccuracy) {

    static TeacherFacts of(TeacherSummary summary) {
        return new TeacherFacts(
                summary.network().architecture(),
                summary.network().width(),
                summary.network().classes(),
                summary.network().channels(),
                summary.network().imageSize(),
                summary.parameters(),
                summary.batchNormLayers(),
                summary.testAccuracy());
    }
}
