package org.dwastudio.sweep.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.sweep.SeedRun;
import org.dwastudio.sweep.Trial;

/**
 * Shares of the variance of the scores by setting: epsilon squared of a one-way analysis of variance, which does not
 * grow with the number of values, with a bootstrap over the trials for its interval.
 *
 * @param parameters settings that vary
 */
record VarianceShares(List<SweptParameter> parameters) {
    private static final int RESAMPLES = 1000;
    private static final double LOWER = 0.025;

    /** Score with the groups that it belongs to. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Scored(double score, int[] groups, long seed) {}

    /** Computes the shares of the ranked trials; none for fewer than three. */
    List<Importance> of(List<Trial> trials) {
        if (trials.size() < 3) {
            return List.of();
        }
        List<List<Scored>> byTrial = scored(trials);
        double[] shares = shares(flat(byTrial));
        double[][] resampled = new double[RESAMPLES][];
        for (int i = 0; i < RESAMPLES; i++) {
            RandomGenerator random = new SeedSequence(0).generator(RandomPurpose.SWEEP_POINT, 1, i);
            List<List<Scored>> drawn = new ArrayList<>();
            for (int j = 0; j < byTrial.size(); j++) {
                drawn.add(byTrial.get(random.nextInt(byTrial.size())));
            }
            resampled[i] = shares(flat(drawn));
        }
        List<Importance> importances = new ArrayList<>();
        for (int k = 0; k < shares.length; k++) {
            int place = k;
            double[] sorted = Arrays.stream(resampled)
                    .mapToDouble(one -> one[place])
                    .sorted()
                    .toArray();
            importances.add(new Importance(
                    name(k),
                    shares[k],
                    sorted[(int) (LOWER * (RESAMPLES - 1))],
                    sorted[(int) ((1 - LOWER) * (RESAMPLES - 1))]));
        }
        return importances;
    }

    private String name(int place) {
        if (place < parameters.size()) {
            return parameters.get(place).key();
        }
        return place == parameters.size() ? Importance.SEED : Importance.REST;
    }

    private List<List<Scored>> scored(List<Trial> trials) {
        Map<Trial, int[]> groups = new LinkedHashMap<>();
        trials.forEach(trial -> groups.put(trial, new int[parameters.size()]));
        for (int k = 0; k < parameters.size(); k++) {
            List<List<Trial>> joined = Response.groups(parameters.get(k), trials);
            for (int group = 0; group < joined.size(); group++) {
                for (Trial trial : joined.get(group)) {
                    Objects.requireNonNull(groups.get(trial))[k] = group;
                }
            }
        }
        return trials.stream()
                .map(trial -> trial.runs().stream()
                        .filter(run -> run.score().isPresent())
                        .map(run -> scored(run, Objects.requireNonNull(groups.get(trial))))
                        .toList())
                .toList();
    }

    private static Scored scored(SeedRun run, int... groups) {
        return new Scored(run.score().orElseThrow(), groups, run.seed());
    }

    private static List<Scored> flat(List<List<Scored>> byTrial) {
        return byTrial.stream().flatMap(List::stream).toList();
    }

    /** Returns the shares of the settings, of the seed, and of the rest. */
    private double[] shares(List<Scored> all) {
        double[] shares = new double[parameters.size() + 2];
        double left = 1;
        for (int k = 0; k < parameters.size(); k++) {
            int place = k;
            shares[k] = epsilonSquared(all, one -> one.groups()[place]);
            left -= shares[k];
        }
        shares[parameters.size()] = epsilonSquared(all, Scored::seed);
        shares[parameters.size() + 1] = Math.max(0, left - shares[parameters.size()]);
        return shares;
    }

    private interface Grouping {
        long of(Scored one);
    }

    private static double epsilonSquared(List<Scored> all, Grouping grouping) {
        double mean = all.stream().mapToDouble(Scored::score).average().orElse(0);
        double total = all.stream()
                .mapToDouble(one -> (one.score() - mean) * (one.score() - mean))
                .sum();
        Map<Long, double[]> sums = new LinkedHashMap<>();
        for (Scored one : all) {
            double[] sum = sums.computeIfAbsent(grouping.of(one), missing -> new double[2]);
            sum[0] += one.score();
            sum[1]++;
        }
        double between = sums.values().stream()
                .mapToDouble(sum -> sum[1] * (sum[0] / sum[1] - mean) * (sum[0] / sum[1] - mean))
                .sum();
        int free = all.size() - sums.size();
        if (total == 0 || free < 1) {
            return 0;
        }
        double within = (total - between) / free;
        return Math.max(0, Math.min(1, (between - (sums.size() - 1) * within) / total));
    }
}
