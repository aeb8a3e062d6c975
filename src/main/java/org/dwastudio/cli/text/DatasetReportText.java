package org.dwastudio.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.data.check.DatasetReport;
import org.dwastudio.data.check.ShapeLoss;
import org.dwastudio.text.CountText;

/** Findings of a dataset check as text. */
public final class DatasetReportText {
    private static final int SIZES_SHOWN = 10;

    private final DatasetReport report;

    public DatasetReportText(DatasetReport report) {
        this.report = report;
    }

    /** Returns the summary, then the classes, the problems, and the block for an experiment. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Dataset:     " + report.name() + " (" + report.format() + ")");
        lines.add("Images:      " + total(DatasetReport.ClassCount::train) + " to train on, "
                + total(DatasetReport.ClassCount::test)
                + " to test on" + (report.splitBySeed() ? " (split by seed: the dataset has no test split)" : ""));
        lines.add("Imbalance:   " + imbalance());
        report.notes().forEach(note -> lines.add("Note:        " + note.describe()));
        sizes(lines);
        report.shapeLoss().ifPresent(loss -> lines.add(shapes(loss)));
        lines.add("Classes:     " + report.classes().size() + ", in label order (training images, test images)");
        classes(lines);
        lines.add("Unreadable:     "
                + (report.unreadable().isEmpty()
                        ? "none"
                        : counted(report.unreadable().size(), "file")));
        report.unreadable().forEach(broken -> lines.add("  " + broken.file() + ": " + broken.problem()));
        lines.add("In both splits: "
                + (report.duplicates().isEmpty()
                        ? "none"
                        : counted(report.duplicates().size(), "image")));
        report.duplicates().forEach(twice -> lines.add("  " + twice.test() + " = " + twice.train()));
        lines.add("Same image in two classes: "
                + (report.conflicts().isEmpty()
                        ? "none"
                        : counted(report.conflicts().size(), "image")));
        report.conflicts()
                .forEach(same -> lines.add("  " + same.first() + " (" + same.firstClass() + ") = " + same.second()
                        + " (" + same.secondClass() + ")"));
        normalization(lines);
        return lines;
    }

    private static String counted(int count, String noun) {
        return CountText.of(count, noun);
    }

    private int total(Function<DatasetReport.ClassCount, Integer> count) {
        return report.classes().stream().mapToInt(count::apply).sum();
    }

    private String imbalance() {
        if (!report.emptyClasses().isEmpty()) {
            return CountText.of(report.emptyClasses().size(), "class has", "classes have") + " no training images: "
                    + String.join(", ", report.emptyClasses());
        }
        double ratio = report.imbalance();
        return ratio == 1
                ? "none, all classes have as many training images"
                : String.format(
                        Locale.ROOT, "the largest class has %.2f times the training images of the smallest", ratio);
    }

    private void sizes(List<String> lines) {
        lines.add("Sizes:       " + report.sizes().size()
                + (report.sizes().size() > SIZES_SHOWN ? ", the most frequent are" : ""));
        report.sizes().stream()
                .limit(SIZES_SHOWN)
                .forEach(size -> lines.add(String.format(
                        Locale.ROOT,
                        "  %d×%d %s: %s",
                        size.width(),
                        size.height(),
                        size.channels() == 1 ? "gray" : "color",
                        CountText.of(size.images(), "image"))));
    }

    private static String shapes(ShapeLoss loss) {
        return String.format(
                Locale.ROOT,
                "Shapes:      %s far from square. dataset.fit=crop cuts off %.0f %% of them on average and"
                        + " %.0f %% at most; pad adds as much black; stretch changes their proportions by up to %.1f"
                        + " times.",
                CountText.of(loss.images(), "image is", "images are"),
                100 * loss.mean(),
                100 * loss.most(),
                loss.stretch());
    }

    private void classes(List<String> lines) {
        int width = String.valueOf(report.classes().size() - 1).length();
        int label = 0;
        for (DatasetReport.ClassCount count : report.classes()) {
            lines.add(String.format(
                    Locale.ROOT, "  %" + width + "d  %s (%d, %d)", label++, count.name(), count.train(), count.test()));
        }
    }

    private void normalization(List<String> lines) {
        if (report.normalization().isEmpty()) {
            lines.add("Mean and standard deviation: none, because no training image can be read.");
            return;
        }
        ChannelNormalization normalization = report.normalization().get();
        lines.add(
                "Mean and standard deviation of the training images, for the block 'dataset.normalization' of an experiment:");
        lines.add("  normalization:");
        lines.add("    mean: " + numbers(normalization.mean()));
        lines.add("    std: " + numbers(normalization.std()));
    }

    private static String numbers(List<Double> values) {
        return values.stream()
                .map(value -> String.format(Locale.ROOT, "%.6f", value))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
