package org.dwastudio.sweep.analysis;

import java.util.List;
import java.util.stream.IntStream;
import org.dwastudio.config.sweep.SweptParameter;

/**
 * Axis of parallel coordinates.
 *
 * @param key key of the setting, or {@link #SCORE}
 * @param ticks values with a label, from the lowest place; none on the axis of the scores, whose unit depends on the
 *     objective
 */
public record ParallelAxis(String key, List<Tick> ticks) {
    /** Key of the axis of the scores. */
    public static final String SCORE = "score";

    private static final int MOST_LEVELS = 7;
    private static final int PARTS = 4;

    public ParallelAxis {
        ticks = List.copyOf(ticks);
    }

    /**
     * Labeled value.
     *
     * @param text value as files hold it
     * @param place 0 at the lower end of the axis to 1 at the upper one
     */
    public record Tick(String text, double place) {}

    /** Returns the axis of a setting: logarithmic as its range; listed values have equal distances. */
    static ParallelAxis of(SweptParameter parameter) {
        List<String> levels = parameter.levels();
        List<String> labeled = levels.size() <= MOST_LEVELS
                ? levels
                : IntStream.rangeClosed(0, PARTS)
                        .mapToObj(part -> parameter.at((double) part / PARTS))
                        .distinct()
                        .toList();
        return new ParallelAxis(
                parameter.key(),
                labeled.stream()
                        .map(level -> new Tick(level, parameter.placeOf(level)))
                        .toList());
    }

    /** Returns true if the axis is that of the scores. */
    public boolean isScore() {
        return key.equals(SCORE);
    }
}
