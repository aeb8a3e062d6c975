package org.dwastudio.train.optimizer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dwastudio.nn.Network;

/** Helpers for tests that compare trained networks. */
public final class Trainings {
    private Trainings() {}

    /** Returns the bit patterns of all values of a network by tensor name. */
    public static Map<String, List<Integer>> bits(Network network) {
        Map<String, List<Integer>> bits = new LinkedHashMap<>();
        network.state().forEach((name, tensor) -> {
            float[] values = tensor.toFloatArray();
            bits.put(
                    name,
                    IntStream.range(0, values.length)
                            .mapToObj(i -> Float.floatToRawIntBits(values[i]))
                            .toList());
        });
        return bits;
    }
}
