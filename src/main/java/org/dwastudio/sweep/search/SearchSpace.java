package org.dwastudio.sweep.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dwastudio.config.sweep.SweptParameter;

/**
 * Space of all combinations of values, as a cube with sides of length 1.
 *
 * @param parameters sides of the cube
 */
public record SearchSpace(List<SweptParameter> parameters) {
    public SearchSpace {
        parameters = List.copyOf(parameters);
    }

    /** Returns the number of sides. */
    public int dimension() {
        return parameters.size();
    }

    /**
     * Returns the values at a point.
     *
     * @param point coordinates from 0 to 1
     */
    public Map<String, String> valuesAt(double... point) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            values.put(parameters.get(i).key(), parameters.get(i).at(point[i]));
        }
        return values;
    }

    /** Returns the point of some values. */
    public double[] pointOf(Map<String, String> values) {
        return parameters.stream()
                .mapToDouble(parameter -> parameter.placeOf(Objects.requireNonNull(values.get(parameter.key()))))
                .toArray();
    }
}
