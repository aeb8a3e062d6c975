package org.dwastudio.config.sweep;

import java.util.List;
import java.util.Optional;
import org.dwastudio.config.setting.ParameterRange;

/**
 * Setting that a sweep varies: over some values or over a range.
 *
 * @param key full key of the setting, for example {@code synthesis.rho}
 * @param values values as files hold them; empty if the setting varies over a range
 * @param range range of the numbers
 * @param whole true if the numbers of the range are rounded to whole ones
 */
public record SweptParameter(String key, List<String> values, Optional<SweptRange> range, boolean whole) {
    public SweptParameter {
        values = List.copyOf(values);
        if (values.isEmpty() == range.isEmpty()) {
            throw new IllegalArgumentException(key + " needs either values or a range");
        }
    }

    /** Returns a setting that varies over values. */
    public static SweptParameter of(String key, List<String> values) {
        return new SweptParameter(key, values, Optional.empty(), false);
    }

    /** Returns the values of a grid. */
    public List<String> levels() {
        return range.map(numbers ->
                        numbers.levels().stream().map(this::written).distinct().toList())
                .orElse(values);
    }

    /**
     * Returns the value at a place between the first and the last one.
     *
     * @param place 0 to 1
     */
    public String at(double place) {
        return range.map(numbers -> written(numbers.at(place)))
                .orElseGet(() -> values.get((int) Math.min(values.size() - 1.0, place * values.size())));
    }

    /**
     * Returns the place of a value: of listed values the middle of its share.
     *
     * @return 0 to 1
     */
    public double placeOf(String value) {
        return range.map(numbers -> numbers.placeOf(Double.parseDouble(value)))
                .orElseGet(() -> (values.indexOf(value) + 0.5) / values.size());
    }

    /** Returns the value that a file spells, in the notation of {@link #levels()}; any other text unchanged. */
    public String read(String text) {
        String shortest = ParameterRange.shortest(text);
        return range.isPresent() || (!values.contains(text) && values.contains(shortest)) ? shortest : text;
    }

    private String written(double number) {
        return ParameterRange.format(whole ? Math.rint(number) : number);
    }
}
