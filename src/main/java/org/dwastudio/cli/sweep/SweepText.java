package org.dwastudio.cli.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.dwastudio.cli.text.TextTable;
import org.dwastudio.config.sweep.Objective;
import org.dwastudio.config.sweep.SweepConfig;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.metric.significance.MeanInterval;
import org.dwastudio.metric.significance.PairedTest;
import org.dwastudio.sweep.TestRun;
import org.dwastudio.sweep.Trial;
import org.dwastudio.sweep.analysis.Difference;
import org.dwastudio.sweep.analysis.Importance;
import org.dwastudio.sweep.analysis.SweepAnalysis;

/**
 * Result of a sweep as text.
 *
 * @param sweep what varies
 * @param analysis analysis of the trials
 * @param tests students on the test split
 */
record SweepText(SweepConfig sweep, SweepAnalysis analysis, List<TestRun> tests) {
    private static final double PERCENT = 100;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Score:   " + scoreName() + ", mean of " + sweep.seeds()
                + (sweep.seeds() == 1 ? " seed" : " seeds with 95 % interval") + ".");
        lines.addAll(table());
        analysis.trials().stream()
                .filter(trial -> trial.failed().isPresent())
                .forEach(trial -> lines.add("Failed:  " + trial.key() + ": "
                        + trial.failed()
                                .flatMap(run -> run.failure())
                                .orElseThrow()
                                .english()));
        analysis.best().ifPresent(best -> addBest(lines, best));
        if (!analysis.importance().isEmpty()) {
            lines.add("Share of the variance of the scores, with 95 % interval:");
            lines.addAll(importance());
        }
        addTest(lines);
        return lines;
    }

    private String scoreName() {
        return switch (sweep.objective()) {
            case SOFT -> "accuracy of students with soft labels on held-out images, in percent";
            case HARD -> "accuracy of students with hard labels on held-out images, in percent";
            case LRS -> "label robust score on held-out images, 0 to 100";
            case VENDI -> "Vendi score of the distilled images";
        };
    }

    /** Returns the scale of printed scores: shares are printed in percent. */
    private double scale() {
        return sweep.objective() == Objective.VENDI ? 1 : PERCENT;
    }

    private List<String> table() {
        List<String> header = new ArrayList<>(List.of("", "trial"));
        sweep.parameters().forEach(parameter -> header.add(shortKey(parameter)));
        header.addAll(List.of("score", "Vendi", "minutes"));
        TextTable table = new TextTable(header);
        List<Trial> ranking = analysis.ranking();
        for (int place = 0; place < ranking.size(); place++) {
            table.row(row(Integer.toString(place + 1), ranking.get(place)));
        }
        analysis.trials().stream()
                .filter(trial -> !ranking.contains(trial))
                .forEach(trial -> table.row(row("", trial)));
        return table.lines();
    }

    private static String shortKey(SweptParameter parameter) {
        return parameter.key().substring(parameter.key().lastIndexOf('.') + 1);
    }

    private List<String> row(String place, Trial trial) {
        List<String> row = new ArrayList<>(List.of(place, trial.key()));
        for (SweptParameter parameter : sweep.parameters()) {
            row.add(trial.candidate().values().getOrDefault(parameter.key(), ""));
        }
        row.add(trial.failed().isPresent() ? "failed" : interval(trial.score(), scale()) + unfinished(trial));
        row.add(interval(trial.vendi(), 1));
        row.add(String.format(Locale.ROOT, "%.1f", trial.seconds() / 60));
        return row;
    }

    private static String unfinished(Trial trial) {
        if (trial.isSkipped()) {
            return " (left out)";
        }
        if (!trial.candidate().isWhole()) {
            return String.format(
                    Locale.ROOT,
                    " (%.0f %% of the steps)",
                    PERCENT * trial.candidate().share());
        }
        return trial.isFinished() ? "" : " (" + trial.runs().size() + " of " + trial.planned() + " seeds)";
    }

    static String interval(MeanInterval mean, double scale) {
        if (mean.count() == 0) {
            return "–";
        }
        String text = number(mean.mean() * scale);
        return mean.reach().isPresent() ? text + " ± " + number(mean.reach().getAsDouble() * scale) : text;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
    }

    private void addBest(List<String> lines, Trial best) {
        lines.add("Best:    " + name(best) + ", " + interval(best.score(), scale()));
        List<String> ties = analysis.ties().stream().map(Trial::key).toList();
        if (!ties.isEmpty() && !analysis.isUntested()) {
            lines.add("         The seeds do not separate it from: " + String.join(", ", ties));
        }
        addDifference(lines, "the preset", analysis.over(Trial.Kind.PRESET));
        addDifference(lines, "random real images", analysis.over(Trial.Kind.RANDOM_REAL));
    }

    private static String name(Trial trial) {
        String values = trial.candidate().values().entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining(", "));
        return trial.key() + (values.isEmpty() ? "" : " (" + values + ")");
    }

    private void addDifference(List<String> lines, String other, Optional<Difference> difference) {
        difference.ifPresent(found -> lines.add("         Over " + other + ": "
                + interval(found.points(), scale()) + probability(found.probability()) + ", "
                + (found.isTested()
                        ? found.isReal() ? "a real difference" : "not decided"
                        : "one seed cannot decide")));
    }

    private static String probability(OptionalDouble probability) {
        return probability.isPresent()
                ? String.format(Locale.ROOT, ", p = %.3g (Holm)", probability.getAsDouble())
                : "";
    }

    private List<String> importance() {
        TextTable table = new TextTable(List.of("setting", "share", "interval"));
        for (Importance one : analysis.importance()) {
            table.row(List.of(
                    one.key(),
                    String.format(Locale.ROOT, "%.0f %%", PERCENT * one.share()),
                    String.format(Locale.ROOT, "%.0f to %.0f %%", PERCENT * one.low(), PERCENT * one.high())));
        }
        return table.lines();
    }

    private void addTest(List<String> lines) {
        String winner = analysis.best().map(Trial::key).orElse("");
        List<TestRun> own =
                tests.stream().filter(run -> run.winner().equals(winner)).toList();
        if (own.isEmpty()) {
            return;
        }
        lines.add("Test split, used once for the best trial and the baselines:");
        TextTable table = new TextTable(List.of("images", "score", "best minus this"));
        double[] best = scores(own, winner);
        for (String trial : own.stream().map(TestRun::trial).distinct().toList()) {
            double[] scores = scores(own, trial);
            MeanInterval mean = MeanInterval.of(Arrays.stream(scores).boxed().toList());
            boolean same = trial.equals(winner) || scores.length != best.length;
            table.row(List.of(
                    trial.equals(winner) ? "best: " + trial : trial,
                    interval(mean, scale()),
                    same
                            ? ""
                            : interval(PairedTest.of(best, scores).difference(), scale())
                                    + probabilityOf(PairedTest.of(best, scores))));
        }
        lines.addAll(table.lines());
        long others = tests.stream()
                .map(TestRun::winner)
                .filter(one -> !Objects.equals(one, winner))
                .distinct()
                .count();
        if (others > 0) {
            lines.add("         The test split was used before, for " + others + " earlier best "
                    + (others == 1 ? "trial." : "trials."));
        }
    }

    private static String probabilityOf(PairedTest test) {
        return test.probability().isPresent()
                ? String.format(Locale.ROOT, ", p = %.3g", test.probability().getAsDouble())
                : "";
    }

    private static double[] scores(List<TestRun> runs, String trial) {
        return runs.stream()
                .filter(run -> run.trial().equals(trial))
                .mapToDouble(TestRun::score)
                .toArray();
    }
}
