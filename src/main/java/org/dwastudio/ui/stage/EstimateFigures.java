package org.dwastudio.ui.stage;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.dwastudio.stage.StageEstimate;

/**
 * What a stage would take.
 *
 * @param seconds until its end
 * @param memoryBytes most memory held
 * @param diskBytes that it leaves on disk
 * @param availableBytes memory that there is, when known
 * @param fittingBatchSize the largest that would fit, when the one asked for does not
 */
public record EstimateFigures(
        double seconds, long memoryBytes, long diskBytes, OptionalLong availableBytes, OptionalInt fittingBatchSize) {

    static EstimateFigures of(StageEstimate estimate) {
        return new EstimateFigures(
                estimate.seconds(),
                estimate.memoryBytes(),
                estimate.diskBytes(),
                estimate.availableBytes(),
                estimate.fittingBatchSize());
    }
}
