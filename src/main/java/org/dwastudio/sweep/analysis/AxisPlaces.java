package org.dwastudio.sweep.analysis;

import java.util.List;
import java.util.OptionalDouble;
import org.dwastudio.config.sweep.SweptParameter;

/**
 * Places of values on the axis of a setting, also of values that no trial has.
 *
 * @param parameter the setting
 */
record AxisPlaces(SweptParameter parameter) {

    /**
     * Returns the place of a value: a number between listed ones lies between their places, and one outside of the axis at
     * its end.
     *
     * @return 0 to 1; empty for a value without a place
     */
    OptionalDouble of(String value) {
        if (parameter.range().isEmpty() && parameter.values().contains(value)) {
            return OptionalDouble.of(parameter.placeOf(value));
        }
        try {
            double number = Double.parseDouble(value);
            return parameter.range().isPresent()
                    ? OptionalDouble.of(Math.max(0, Math.min(1, parameter.placeOf(value))))
                    : amongListed(number);
        } catch (NumberFormatException e) {
            // A list of words has no place for another word.
            return OptionalDouble.empty();
        }
    }

    private OptionalDouble amongListed(double number) {
        List<Double> listed =
                parameter.values().stream().map(Double::parseDouble).toList();
        for (int i = 0; i + 1 < listed.size(); i++) {
            double from = listed.get(i);
            double to = listed.get(i + 1);
            if (Math.min(from, to) <= number && number <= Math.max(from, to) && from != to) {
                double low = parameter.placeOf(parameter.values().get(i));
                double high = parameter.placeOf(parameter.values().get(i + 1));
                return OptionalDouble.of(low + (number - from) / (to - from) * (high - low));
            }
        }
        double first = listed.get(0);
        double last = listed.get(listed.size() - 1);
        return OptionalDouble.of(Math.abs(number - first) <= Math.abs(number - last) ? 0 : 1);
    }
}
