package org.dwastudio.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dwastudio.config.TuningChange;
import org.dwastudio.event.LossPart;
import org.dwastudio.event.Metric;
import org.dwastudio.stage.comparison.Caution;
import org.dwastudio.stage.comparison.ComparedRun;
import org.dwastudio.stage.comparison.Comparison;
import org.dwastudio.stage.comparison.ComparisonCells;
import org.dwastudio.stage.comparison.DifferingSetting;
import org.dwastudio.stage.comparison.LabelComparison;
import org.dwastudio.stage.comparison.SettingValue;
import org.dwastudio.stage.inspection.MetricCells;
import org.dwastudio.text.CountText;
import org.dwastudio.text.PrintableText;

/** Comparison of runs as tables. */
public final class ComparisonText {
    private final Comparison comparison;

    public ComparisonText(Comparison comparison) {
        this.comparison = comparison;
    }

    /** Returns the cautions, then the tables. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        cautions(lines);
        runs(lines);
        settings(lines);
        measurements(lines);
        inspections(lines);
        students(lines);
        return lines;
    }

    private void cautions(List<String> lines) {
        comparison.cautions().forEach(caution -> lines.add(text(caution)));
        for (ComparedRun run : comparison.runs()) {
            if (!run.isFinished()) {
                lines.add(
                        run.label() + " is not finished (" + state(run) + "): its figures refer to the images so far.");
            }
            if (run.otherEvaluations() > 0) {
                lines.add(run.label() + ": "
                        + CountText.of(run.otherEvaluations(), "evaluation is", "evaluations are")
                        + " left out, because the number of images has changed since or the recipe is unknown.");
            }
            if (run.isInspectionOutdated()) {
                lines.add(run.label() + " was inspected when it had another number of images.");
            }
        }
        if (!lines.isEmpty()) {
            lines.add("");
        }
    }

    private static String text(Caution caution) {
        return switch (caution) {
            case DATASETS -> "The runs distill different datasets, so nothing is ranked.";
            case TEACHERS ->
                "The runs have different teachers: their losses are not comparable, and students with soft labels are"
                        + " not ranked against each other.";
            case LOSS_WEIGHTS ->
                "The parts of the loss have different weights, so total and batch-norm losses are not comparable.";
            case IMAGES ->
                "The runs have different numbers of images: Vendi scores are comparable for equal numbers only.";
        };
    }

    private static String state(ComparedRun run) {
        return run.state().name().toLowerCase(Locale.ROOT);
    }

    private void runs(List<String> lines) {
        TextTable table = new TextTable(List.of("run", "name", "state", "images", "folder"));
        for (ComparedRun run : comparison.runs()) {
            table.row(List.of(
                    run.label(),
                    PrintableText.name(run.name()),
                    state(run),
                    Integer.toString(run.images()),
                    PrintableText.name(run.directory().folder().toString())));
        }
        lines.add("Runs");
        lines.addAll(table.lines());
    }

    private void settings(List<String> lines) {
        lines.add("");
        lines.add("Settings that differ: " + comparison.settings().size() + " of " + comparison.settingCount());
        lines.addAll(settings(labels(), comparison.settings()));
    }

    private List<String> labels() {
        return comparison.runs().stream().map(ComparedRun::label).toList();
    }

    /** Returns the table of differing settings; none without any. */
    static List<String> settings(List<String> columns, List<DifferingSetting> settings) {
        if (settings.isEmpty()) {
            return List.of();
        }
        TextTable table = new TextTable(row("setting", columns));
        for (DifferingSetting setting : settings) {
            table.row(row(
                    setting.key(),
                    setting.values().stream().map(ComparisonText::text).toList()));
        }
        return table.lines();
    }

    private static String text(SettingValue value) {
        String start = value.text().isEmpty() ? ComparisonCells.NONE : PrintableText.name(value.text());
        return start + value.changes().stream().map(ComparisonText::text).collect(Collectors.joining());
    }

    private static String text(TuningChange change) {
        return " → " + change.parameter().range().written(change.to()) + " (column " + (change.column() + 1)
                + ", iteration " + change.iteration() + ")";
    }

    private static List<String> row(String first, List<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    private void measurements(List<String> lines) {
        lines.add("");
        lines.add("Last measurements: losses are means over the batches of all columns; in parentheses: random real"
                + " images");
        TextTable table = new TextTable(row("", labels()));
        table.row(row(
                "finished batches",
                each(run -> Integer.toString(run.measurements().batches()))));
        for (LossPart part : LossPart.values()) {
            List<String> cells =
                    each(run -> ComparisonCells.loss(run.measurements().loss(part)));
            if (!cells.stream().allMatch(ComparisonCells.NONE::equals)) {
                table.row(row(name(part), cells));
            }
        }
        table.row(row(
                "within-class cosine",
                each(run -> ComparisonCells.measured(
                        3,
                        run.measurements().last(Metric.WITHIN_CLASS_COSINE),
                        run.measurements().last(Metric.REAL_WITHIN_CLASS_COSINE)))));
        table.row(row(
                "Vendi score",
                each(run -> ComparisonCells.measured(
                        2,
                        run.measurements().last(Metric.VENDI_SCORE),
                        run.measurements().last(Metric.REAL_VENDI_SCORE)))));
        table.row(row(
                "effective rank",
                each(run -> ComparisonCells.measured(
                        2,
                        run.measurements().last(Metric.EFFECTIVE_RANK),
                        run.measurements().last(Metric.REAL_EFFECTIVE_RANK)))));
        lines.addAll(table.lines());
    }

    @FunctionalInterface
    private interface Cell {
        String of(ComparedRun run);
    }

    private List<String> each(Cell cell) {
        return comparison.runs().stream().map(cell::of).toList();
    }

    private static String name(LossPart part) {
        return switch (part) {
            case TOTAL -> "total loss";
            case CROSS_ENTROPY -> "cross-entropy";
            case BATCH_NORM_MEAN -> "batch-norm mean";
            case BATCH_NORM_VARIANCE -> "batch-norm variance";
            case FEATURE_REGRESSION -> "feature regression";
            case FEATURE_REPULSION -> "repulsion";
        };
    }

    private void inspections(List<String> lines) {
        lines.add("");
        if (comparison.runs().stream().noneMatch(run -> run.inspection().isPresent())) {
            lines.add("Quality of the images: no run was inspected (dwa-studio inspect RUN_FOLDER).");
            return;
        }
        lines.add("Quality of the images, mean over the classes; in parentheses: random real images");
        TextTable table = new TextTable(
                List.of("run", "cosine", "Vendi score", "effective rank", "density", "coverage", "near-copies"));
        for (ComparedRun run : comparison.runs()) {
            table.row(row(
                    run.label(),
                    run.inspection()
                            .map(report -> MetricCells.of(report.distilled(), report.real()))
                            .orElse(List.of("not inspected", "", "", "", "", ""))));
        }
        lines.addAll(table.lines());
    }

    private void students(List<String> lines) {
        List<String> unevaluated = comparison.runs().stream()
                .filter(run -> run.comparableEvaluations().isEmpty())
                .map(ComparedRun::label)
                .toList();
        lines.add("");
        if (!unevaluated.isEmpty()) {
            lines.add("Students: not evaluated: " + String.join(", ", unevaluated)
                    + " (dwa-studio evaluate --run RUN_FOLDER).");
        }
        for (LabelComparison labels : comparison.students()) {
            lines.addAll(new StudentLines(comparison, labels).all());
            lines.add("");
        }
    }
}
