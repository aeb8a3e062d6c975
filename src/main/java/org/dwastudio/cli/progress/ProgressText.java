package org.dwastudio.cli.progress;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dwastudio.config.StageName;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;

/** Short text of the position of a run and its newest numbers. */
final class ProgressText {
    private final Map<Metric, Double> newest = new EnumMap<>(Metric.class);
    /** Texts by stage; the progress of other stages is shown in steps. */
    private final Map<StageName, Function<RunEvent.Progress, String>> texts = Map.of(
            StageName.SQUEEZE, this::squeeze,
            StageName.SYNTHESIS, this::synthesis,
            StageName.RELABEL, this::relabel,
            StageName.EVALUATION, this::evaluation);

    private int skippedSteps;
    /** True if a step moves all columns. */
    private boolean together;

    void note(RunEvent event) {
        if (event instanceof RunEvent.LossMeasured measured) {
            newest.put(Metric.TOTAL_LOSS, measured.loss().total());
            together = measured.loss().distributionMatching().isPresent();
        } else if (event instanceof RunEvent.MetricPoint point) {
            newest.put(point.metric(), point.value());
            if (point.metric() == Metric.SKIPPED_STEPS) {
                skippedSteps++;
            }
        }
    }

    /**
     * Returns the position and the newest numbers, for example {@code column 3 of 10, loss 0.512}, or {@code epoch 4 of
     * 30, test accuracy 90.1 %}.
     */
    String describe(RunEvent.Progress progress) {
        return Optional.ofNullable(texts.get(progress.stage()))
                .map(text -> text.apply(progress))
                .orElseGet(() -> "step " + progress.step() + " of " + progress.totalSteps());
    }

    private String squeeze(RunEvent.Progress progress) {
        return "epoch " + (progress.iteration() + 1) + " of " + progress.iterations()
                + percent(", test accuracy", Metric.TEST_ACCURACY);
    }

    private String relabel(RunEvent.Progress progress) {
        return "epoch " + (progress.unit() + 1) + " of " + progress.units();
    }

    private String evaluation(RunEvent.Progress progress) {
        return "student " + (progress.unit() + 1) + " of " + progress.units() + ", step " + progress.iteration()
                + " of " + progress.iterations() + percent(", test accuracy", Metric.TEST_ACCURACY);
    }

    private String synthesis(RunEvent.Progress progress) {
        Double loss = newest.get(Metric.TOTAL_LOSS);
        String place = together
                ? "step " + progress.step() + " of " + progress.totalSteps()
                : "column " + (progress.unit() + 1) + " of " + progress.units();
        return place + (loss == null ? "" : String.format(Locale.ROOT, ", loss %.3g", loss)) + lossScale();
    }

    private String lossScale() {
        Double scale = newest.get(Metric.LOSS_SCALE);
        return scale == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", loss scale %.0f%s",
                        scale,
                        skippedSteps == 0 ? "" : ", skipped steps: " + skippedSteps);
    }

    private String percent(String name, Metric metric) {
        Double value = newest.get(metric);
        return value == null ? "" : String.format(Locale.ROOT, "%s %.1f %%", name, 100 * value);
    }
}
