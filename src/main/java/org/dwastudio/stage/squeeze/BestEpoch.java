package org.dwastudio.stage.squeeze;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dwastudio.weights.StoredTensor;

/**
 * The weights at the end of the epoch with the best test accuracy so far.
 *
 * @param epochs epochs that were completed then
 * @param testAccuracy share of the test split that they get right, 0 to 1
 * @param state all tensors of the network by name, in their order
 */
public record BestEpoch(int epochs, double testAccuracy, Map<String, StoredTensor> state) {
    public BestEpoch {
        state = Collections.unmodifiableMap(new LinkedHashMap<>(state));
    }
}
