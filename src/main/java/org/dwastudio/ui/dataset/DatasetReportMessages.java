package org.dwastudio.ui.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.data.check.DatasetReport;
import org.dwastudio.data.check.DatasetReport.ClassCount;
import org.dwastudio.data.check.DatasetReport.SizeCount;
import org.dwastudio.ui.control.NumberText;
import org.dwastudio.ui.screen.Messages;

/** Findings of a check as sentences and as a text file. */
final class DatasetReportMessages {
    /** Ratio from which the larger classes noticeably dominate a training. */
    static final double NOTABLE_IMBALANCE = 2;

    private static final String LINE = "\n";

    private final DatasetReport report;
    private final Messages texts;

    DatasetReportMessages(DatasetReport report, Messages texts) {
        this.report = report;
        this.texts = texts;
    }

    String summary() {
        String words = texts.format(
                "dataset.report.summary",
                report.format(),
                number(report.classes().size()),
                number(report.classes().stream().mapToLong(ClassCount::train).sum()),
                number(report.classes().stream().mapToLong(ClassCount::test).sum()));
        return report.splitBySeed() ? texts.format("dataset.report.splitBySeed", words) : words;
    }

    boolean isBalanced() {
        return report.imbalance() < NOTABLE_IMBALANCE;
    }

    String balance() {
        if (Double.isInfinite(report.imbalance())) {
            return texts.format(
                    "dataset.report.emptyClasses",
                    number(report.emptyClasses().size()),
                    String.join(", ", report.emptyClasses()));
        }
        return isBalanced()
                ? balanced()
                : texts.format("dataset.report.imbalanced", String.format(Locale.ROOT, "%.1f", report.imbalance()));
    }

    private String balanced() {
        LongSummaryStatistics sizes =
                report.classes().stream().mapToLong(ClassCount::train).summaryStatistics();
        return sizes.getMin() == sizes.getMax()
                ? texts.format("dataset.report.balanced", number(sizes.getMin()))
                : texts.format("dataset.report.nearlyBalanced", number(sizes.getMin()), number(sizes.getMax()));
    }

    String size(SizeCount size) {
        return texts.format(
                "dataset.report.size",
                Integer.toString(size.width()),
                Integer.toString(size.height()),
                texts.get(size.channels() == 1 ? "dataset.gray" : "dataset.color"),
                number(size.images()));
    }

    String normalization() {
        if (report.normalization().isEmpty()) {
            return texts.get("dataset.report.noNormalization");
        }
        ChannelNormalization found = report.normalization().get();
        return texts.format("dataset.report.normalization", numbers(found.mean()), numbers(found.std()));
    }

    String unreadable() {
        return report.unreadable().isEmpty()
                ? texts.get("dataset.report.noUnreadable")
                : texts.format(
                        "dataset.report.unreadable", number(report.unreadable().size()));
    }

    String duplicates() {
        return report.duplicates().isEmpty()
                ? texts.get("dataset.report.noDuplicates")
                : texts.format(
                        "dataset.report.duplicates", number(report.duplicates().size()));
    }

    String conflicts() {
        return report.conflicts().isEmpty()
                ? texts.get("dataset.report.noConflicts")
                : texts.format(
                        "dataset.report.conflicts", number(report.conflicts().size()));
    }

    List<String> notes() {
        return report.notes().stream()
                .map(note -> DatasetNotes.describe(note, texts))
                .toList();
    }

    Optional<String> shapes() {
        return report.shapeLoss()
                .map(loss -> texts.format(
                        "dataset.report.shapes",
                        number(loss.images()),
                        Math.round(100 * loss.mean()),
                        Math.round(100 * loss.most()),
                        String.format(Locale.ROOT, "%.1f", loss.stretch())));
    }

    List<String> unreadableLines() {
        return report.unreadable().stream()
                .map(one -> texts.format("dataset.report.unreadable.line", one.file(), one.problem()))
                .toList();
    }

    List<String> duplicateLines() {
        return report.duplicates().stream()
                .map(one -> texts.format("dataset.report.duplicate.line", one.test(), one.train()))
                .toList();
    }

    List<String> conflictLines() {
        return report.conflicts().stream()
                .map(one -> texts.format(
                        "dataset.report.conflict.line", one.first(), one.firstClass(), one.second(), one.secondClass()))
                .toList();
    }

    /** Returns the whole report as Markdown. */
    String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("# " + report.name());
        lines.add("");
        lines.add(summary());
        if (!notes().isEmpty()) {
            section(lines, "dataset.report.notes", "", notes());
        }
        section(lines, "dataset.report.classes", balance(), List.of());
        lines.add("");
        lines.add(row(
                "#",
                texts.get("dataset.report.class"),
                texts.get("dataset.report.train"),
                texts.get("dataset.report.test")));
        lines.add("|---:|---|---:|---:|");
        for (int label = 0; label < report.classes().size(); label++) {
            ClassCount one = report.classes().get(label);
            lines.add(row(
                    Integer.toString(label),
                    one.name().replace("|", "\\|"),
                    Integer.toString(one.train()),
                    Integer.toString(one.test())));
        }
        section(
                lines,
                "dataset.report.sizes",
                shapes().orElse(""),
                report.sizes().stream().map(this::size).toList());
        section(lines, "dataset.report.statistics", normalization(), List.of());
        section(lines, "dataset.report.files", unreadable(), unreadableLines());
        section(lines, "dataset.report.twice", duplicates(), duplicateLines());
        section(lines, "dataset.report.labels", conflicts(), conflictLines());
        return String.join(LINE, lines) + LINE;
    }

    private void section(List<String> lines, String titleKey, String words, List<String> points) {
        lines.add("");
        lines.add("## " + texts.get(titleKey));
        lines.add("");
        if (!words.isEmpty()) {
            lines.add(words);
        }
        if (!points.isEmpty()) {
            if (!words.isEmpty()) {
                lines.add("");
            }
            points.forEach(point -> lines.add("- " + point));
        }
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String numbers(List<Double> values) {
        return values.stream()
                .map(value -> NumberText.exact(Math.rint(value * 1e4) / 1e4))
                .collect(Collectors.joining(", "));
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
