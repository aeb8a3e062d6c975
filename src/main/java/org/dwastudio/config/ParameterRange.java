package org.dwastudio.config;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a number may be: shared by sliders, configuration files, the command line and the documentation.
 *
 * @param min smallest allowed value, inclusive
 * @param max largest allowed value, inclusive
 * @param defaultValue the value of a new experiment
 * @param paperValue the value published for CIFAR
 * @param integer whether only whole numbers are allowed
 * @param scale how a slider spreads the values
 * @param takesEffect when a running experiment notices a change
 */
public record ParameterRange(
        double min,
        double max,
        double defaultValue,
        double paperValue,
        boolean integer,
        Scale scale,
        TakesEffect takesEffect) {

    /** How the values are spread along a slider. */
    public enum Scale {
        LINEAR,
        /** Each decade takes the same length; a minimum of zero gets the leftmost position to itself. */
        LOGARITHMIC
    }

    public ParameterRange {
        if (!(min <= defaultValue && defaultValue <= max && min <= paperValue && paperValue <= max)) {
            throw new IllegalArgumentException("default " + defaultValue + " and paper value " + paperValue
                    + " must lie within " + min + " to " + max);
        }
    }

    /** The same range with another default. */
    public ParameterRange withDefault(double value) {
        return new ParameterRange(min, max, value, paperValue, integer, scale, takesEffect);
    }

    /** Says what is wrong with a value, or nothing when it is allowed. */
    public Optional<String> problemWith(double value) {
        if (Double.isNaN(value) || value < min || value > max) {
            return Optional.of(format(value) + " is outside the allowed range " + describe());
        }
        if (integer && value != Math.rint(value)) {
            return Optional.of(format(value) + " is not a whole number; allowed are " + describe());
        }
        return Optional.empty();
    }

    /** The range in words, for example {@code 0 to 0.5} or {@code 1 to 200 (whole numbers)}. */
    public String describe() {
        return format(min) + " to " + format(max) + (integer ? " (whole numbers)" : "");
    }

    private static String format(double value) {
        if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        BigDecimal shortest = BigDecimal.valueOf(value).stripTrailingZeros();
        int magnitude = shortest.precision() - shortest.scale() - 1;
        return magnitude >= -4 && magnitude < 15
                ? shortest.toPlainString()
                : shortest.movePointLeft(magnitude).toPlainString() + "e" + magnitude;
    }
}
