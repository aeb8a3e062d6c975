package org.dwastudio.ui.squeeze;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.dwastudio.pipeline.StageEstimate;

/**
 * What a squeeze would take.
 *
 * @param seconds for all epochs
 * @param memoryBytes most memory held
 * @param diskBytes left on disk
 * @param availableBytes memory that there is, when known
 * @param fittingBatchSize the largest that would fit, when the one asked for does not
 */
public record SqueezeEstimate(
        double seconds, long memoryBytes, long diskBytes, OptionalLong availableBytes, OptionalInt fittingBatchSize) {

    static SqueezeEstimate of(StageEstimate estimate) {
        return new SqueezeEstimate(
                estimate.seconds(),
                estimate.memoryBytes(),
                estimate.diskBytes(),
                estimate.availableBytes(),
                estimate.fittingBatchSize());
    }
}
