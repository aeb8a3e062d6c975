package org.dwastudio.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dwastudio.stage.inspection.ClassMetrics;
import org.dwastudio.stage.inspection.InspectionReport;
import org.dwastudio.stage.inspection.MetricCells;
import org.dwastudio.stage.inspection.SetMetrics;
import org.dwastudio.text.CountText;
import org.dwastudio.text.PrintableText;

/** Inspection of a run as a table: every number is followed by that of random real images, in parentheses. */
public final class InspectionText {
    private static final int LONGEST_NAME = 28;

    private final InspectionReport report;

    public InspectionText(InspectionReport report) {
        this.report = report;
    }

    /** Returns the explanation, the mean over all classes, then the classes, the worst first. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Images:  " + CountText.of(report.images(), "image") + " of "
                + CountText.of(report.classes().size(), "class", "classes")
                + ". In parentheses: random real images of the same number per class.");
        lines.add("Order:   worst class first, by the Vendi score divided by that of real images.");
        int width = report.classes().stream()
                .mapToInt(metrics -> name(metrics).length())
                .reduce("All classes".length(), Math::max);
        lines.add(row(
                width, "", "images", "cosine", "Vendi score", "effective rank", "density", "coverage", "near-copies"));
        lines.add(row(width, "All classes", Integer.toString(report.images()), report.distilled(), report.real()));
        for (ClassMetrics metrics : report.classes()) {
            lines.add(
                    row(width, name(metrics), Integer.toString(metrics.images()), metrics.distilled(), metrics.real()));
        }
        return lines;
    }

    private static String name(ClassMetrics metrics) {
        String name = PrintableText.name(metrics.className());
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    private static String row(int width, String name, String images, SetMetrics distilled, SetMetrics real) {
        return row(
                width,
                name,
                Stream.concat(Stream.of(images), MetricCells.of(distilled, real).stream())
                        .toArray());
    }

    private static String row(int width, String name, Object... cells) {
        return (name + " ".repeat(Math.max(0, width - name.length())) + "  "
                        + String.format(Locale.ROOT, "%6s  %-15s  %-15s  %-15s  %-13s  %-15s  %s", cells))
                .stripTrailing();
    }
}
