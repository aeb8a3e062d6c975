package org.dwastudio.stage.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.dwastudio.metric.significance.MeanInterval;

/** Numbers of a comparison as text in any language: accuracies in percent, differences in percentage points. */
public final class ComparisonCells {
    /** Cell of a value that does not exist. */
    public static final String NONE = "–";

    private static final double SMALLEST_SHOWN = 0.001;
    private static final int PERCENT = 100;

    private ComparisonCells() {}

    /** Formats a mean accuracy with its interval: {@code 77.1 ± 0.7 %}; without interval: {@code 77.1 %}. */
    public static String accuracy(MeanInterval mean) {
        return mean.reach().isPresent()
                ? format(
                        "%.1f ± %.1f %%",
                        PERCENT * mean.mean(), PERCENT * mean.reach().getAsDouble())
                : format("%.1f %%", PERCENT * mean.mean());
    }

    /** Formats a difference with its sign: {@code +2.5}; a dash without pairs. */
    public static String difference(StudentPair pair) {
        return pair.test().pairs() == 0 ? NONE : points(pair.test().difference().mean());
    }

    /** Formats the interval of a difference: {@code +1.5 … +3.5}; a dash for fewer than two pairs. */
    public static String interval(StudentPair pair) {
        MeanInterval difference = pair.test().difference();
        if (difference.reach().isEmpty()) {
            return NONE;
        }
        double reach = difference.reach().getAsDouble();
        return points(difference.mean() - reach) + " … " + points(difference.mean() + reach);
    }

    /** Formats a p-value: {@code 0.003}, {@code < 0.001}; a dash if there is none. */
    public static String probability(OptionalDouble value) {
        if (value.isEmpty()) {
            return NONE;
        }
        return value.getAsDouble() < SMALLEST_SHOWN ? "< 0.001" : format("%.3f", value.getAsDouble());
    }

    /** Formats a loss with four digits; a dash if it was not measured. */
    public static String loss(OptionalDouble value) {
        return value.isEmpty() ? NONE : format("%.4g", value.getAsDouble());
    }

    /** Formats a measurement of distilled images, followed by that of random real ones: {@code 1.25 (1.66)}. */
    public static String measured(int digits, OptionalDouble distilled, OptionalDouble real) {
        if (distilled.isEmpty()) {
            return NONE;
        }
        String own = fixed(digits, distilled);
        return real.isEmpty() ? own : own + " (" + fixed(digits, real) + ")";
    }

    private static String fixed(int digits, OptionalDouble value) {
        return format("%." + digits + "f", value.getAsDouble());
    }

    /** Returns the numbers of the students by seed of the experiment, from 1: {@code 1–3, 5}. */
    public static Map<Long, String> students(RecipeStudents recipe) {
        Map<Long, List<Integer>> bySeed = new TreeMap<>();
        recipe.seeds().forEach(seed -> bySeed.computeIfAbsent(seed.seed(), none -> new ArrayList<>())
                .add(1 + seed.student()));
        Map<Long, String> texts = new TreeMap<>();
        bySeed.forEach((seed, students) -> texts.put(seed, ranges(students)));
        return texts;
    }

    private static String ranges(List<Integer> ascending) {
        List<String> ranges = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < ascending.size(); i++) {
            boolean last = i + 1 == ascending.size() || ascending.get(i + 1) != ascending.get(i) + 1;
            if (last) {
                int from = ascending.get(first);
                int to = ascending.get(i);
                ranges.add(from == to ? Integer.toString(from) : from + "–" + to);
                first = i + 1;
            }
        }
        return String.join(", ", ranges);
    }

    private static String points(double difference) {
        double rounded = Math.rint(10 * PERCENT * difference) / 10;
        return rounded == 0 ? "0.0" : format("%+.1f", rounded).replace('-', '\u2212');
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
