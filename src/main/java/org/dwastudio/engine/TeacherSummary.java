package org.dwastudio.engine;

import java.util.OptionalDouble;
import org.dwastudio.config.network.NetworkConfig;

/**
 * What a teacher card shows.
 *
 * @param network what it is
 * @param parameters number of trainable weights
 * @param batchNormLayers number of batch-norm layers
 * @param testAccuracy measured on the test split when it was trained, 0 to 1; empty when the file does not say
 */
public record TeacherSummary(
        NetworkConfig network, long parameters, int batchNormLayers, OptionalDouble testAccuracy) {}
