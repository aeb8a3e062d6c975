package org.dwastudio.sweep.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.metric.significance.MeanInterval;
import org.dwastudio.sweep.SeedRun;
import org.dwastudio.sweep.Trial;

/**
 * Scores as they depend on one setting.
 *
 * @param parameter the setting
 * @param points by place; values of a range that are tried once are joined to at most {@value #MOST_POINTS} groups
 * @param dots single trials, the best first
 */
public record Response(SweptParameter parameter, List<ResponsePoint> points, List<ResponseDot> dots) {
    static final int MOST_POINTS = 6;

    public Response {
        points = List.copyOf(points);
        dots = List.copyOf(dots);
    }

    /** Computes the response of the ranked trials. */
    static Response of(SweptParameter parameter, List<Trial> trials) {
        return new Response(
                parameter,
                groups(parameter, trials).stream()
                        .map(group -> point(parameter, group))
                        .toList(),
                trials.stream()
                        .map(trial -> new ResponseDot(
                                trial.key(),
                                parameter.placeOf(valueOf(parameter, trial)),
                                trial.score().mean()))
                        .toList());
    }

    /** Returns the trials in groups with close values, by place. */
    static List<List<Trial>> groups(SweptParameter parameter, List<Trial> trials) {
        Map<String, List<Trial>> byValue = new LinkedHashMap<>();
        trials.stream()
                .sorted(Comparator.comparingDouble(trial -> parameter.placeOf(valueOf(parameter, trial))))
                .forEach(trial -> byValue.computeIfAbsent(valueOf(parameter, trial), missing -> new ArrayList<>())
                        .add(trial));
        List<List<Trial>> groups = new ArrayList<>(byValue.values());
        if (groups.size() <= MOST_POINTS || parameter.range().isEmpty()) {
            return groups;
        }
        List<Trial> sorted = groups.stream().flatMap(List::stream).toList();
        List<List<Trial>> joined = new ArrayList<>();
        for (int i = 0; i < MOST_POINTS; i++) {
            int from = i * sorted.size() / MOST_POINTS;
            int end = (i + 1) * sorted.size() / MOST_POINTS;
            joined.add(sorted.subList(from, end));
        }
        return joined;
    }

    private static String valueOf(SweptParameter parameter, Trial trial) {
        return Objects.requireNonNull(trial.candidate().values().get(parameter.key()));
    }

    private static ResponsePoint point(SweptParameter parameter, List<Trial> group) {
        double place = group.stream()
                .mapToDouble(trial -> parameter.placeOf(valueOf(parameter, trial)))
                .average()
                .orElse(0);
        List<Double> scores = group.stream()
                .flatMap(trial -> trial.runs().stream())
                .map(SeedRun::score)
                .flatMap(score -> score.stream().boxed())
                .toList();
        return new ResponsePoint(parameter.at(Math.min(1, Math.max(0, place))), place, MeanInterval.of(scores));
    }
}
