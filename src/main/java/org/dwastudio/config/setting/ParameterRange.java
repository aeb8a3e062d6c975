package org.dwastudio.config.setting;

import java.math.BigDecimal;
import java.util.Optional;
import org.dwastudio.text.DecimalText;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;

/**
 * The allowed values of a number, its default and its scale.
 *
 * @param min smallest allowed value, inclusive
 * @param max largest allowed value, inclusive
 * @param defaultValue the value of a new experiment
 * @param paperValue the value published for CIFAR
 * @param integer whether only whole numbers are allowed
 * @param scale how a slider spreads the values
 * @param takesEffect from where in a running experiment a change counts
 */
public record ParameterRange(
        double min,
        double max,
        double defaultValue,
        double paperValue,
        boolean integer,
        Scale scale,
        TakesEffect takesEffect) {

    /** The spacing of the values along a slider. */
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

    /** Returns a linear range of numbers that count from the next run; default and published value are the same. */
    public static ParameterRange of(double min, double max, double paper) {
        return new ParameterRange(min, max, paper, paper, false, Scale.LINEAR, TakesEffect.NEXT_RUN);
    }

    /** Returns the same range, of whole numbers only. */
    public ParameterRange whole() {
        return new ParameterRange(min, max, defaultValue, paperValue, true, scale, takesEffect);
    }

    /** Returns the same range on a slider whose decades have the same length. */
    public ParameterRange logarithmic() {
        return new ParameterRange(min, max, defaultValue, paperValue, integer, Scale.LOGARITHMIC, takesEffect);
    }

    /** Returns the same range of a number that a running experiment takes over. */
    public ParameterRange from(TakesEffect place) {
        return new ParameterRange(min, max, defaultValue, paperValue, integer, scale, place);
    }

    /** Returns the same range with another default. */
    public ParameterRange withDefault(double value) {
        return new ParameterRange(min, max, value, paperValue, integer, scale, takesEffect);
    }

    /**
     * Reads a number.
     *
     * @throws SettingValueException when the text is no number or outside the range
     */
    public double parse(String text) throws SettingValueException {
        double value;
        try {
            value = DecimalText.number(text);
        } catch (NumberFormatException e) {
            throw new SettingValueException(Message.of("range.noNumber", PrintableText.name(text), description()));
        }
        Optional<Message> problem = problemWith(value);
        if (problem.isPresent()) {
            throw new SettingValueException(problem.get());
        }
        return value;
    }

    /**
     * Parses a number without a range.
     *
     * @throws SettingValueException when the text is no finite number
     */
    public static double finite(String text) throws SettingValueException {
        double value;
        try {
            value = DecimalText.number(text);
        } catch (NumberFormatException e) {
            value = Double.NaN;
        }
        if (!Double.isFinite(value)) {
            throw new SettingValueException(Message.of("range.anyNumber", PrintableText.name(text)));
        }
        return value;
    }

    /** Returns a value as files hold it: a {@link Long} where only whole numbers are allowed, else a {@link Double}. */
    public Number written(double value) {
        return integer ? (Number) (long) value : (Number) value;
    }

    /**
     * Refuses a value outside the range.
     *
     * @throws IllegalArgumentException naming the key and what is allowed
     */
    public void require(String key, double value) {
        problemWith(value).ifPresent(problem -> {
            throw new DescribedArgumentException(Message.of("setting.problem", key, problem));
        });
    }

    /** Describes what is wrong with a value; empty when it is allowed. */
    public Optional<Message> problemWith(double value) {
        if (Double.isNaN(value) || value < min || value > max) {
            return Optional.of(Message.of("range.outside", format(value), description()));
        }
        if (integer && value != Math.rint(value)) {
            return Optional.of(Message.of("range.notWhole", format(value), description()));
        }
        return Optional.empty();
    }

    /** Describes the range, for example {@code 0 to 0.5} or {@code 1 to 200 (whole numbers)}. */
    public String describe() {
        return description().english();
    }

    /** Returns the description of the range in several languages. */
    public Message description() {
        return Message.of(integer ? "range.whole" : "range.any", format(min), format(max));
    }

    /** Returns the shortest notation of a written number; any other text unchanged. */
    public static String shortest(String text) {
        try {
            return format(DecimalText.number(text));
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** Returns a number in its shortest notation, for example {@code 11}, {@code 0.0005} or {@code 1e-8}. */
    public static String format(double value) {
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
