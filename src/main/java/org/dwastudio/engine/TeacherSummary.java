package org.dwastudio.engine;

import java.util.OptionalDouble;
import org.dwastudio.config.network.NetworkConfig;

/**
 * Teacher information shown on a teacher card.
 *
 * @param network network configuration
 * @param parameters number of trainable weights
 * @param batchNormLayers number of batch-norm layers
 * @param testAccuracy accuracy on the test split, 0 to 1; empty when the teacher file does not contain it
 */
public record TeacherSummary(
        NetworkConfig network, long parameters, int batchNormLayers, OptionalDouble testAccuracy) {}
