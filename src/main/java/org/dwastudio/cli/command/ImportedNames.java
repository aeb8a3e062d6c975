package org.dwastudio.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dwastudio.engine.ImportedTeacher;
import org.dwastudio.engine.MeasuredNormalization;
import org.dwastudio.teacher.ImportReport;
import org.dwastudio.text.PrintableText;

/** Lines on the normalization of imported weights, and on how their tensors became those of a network. */
final class ImportedNames {
    private static final int MOST_NAMED = 10;

    private ImportedNames() {}

    static List<String> lines(ImportedTeacher teacher) {
        ImportReport report = teacher.report();
        List<String> lines = new ArrayList<>(choices(teacher));
        if (!report.group().isEmpty()) {
            lines.add("Weights:       '" + PrintableText.name(report.group()) + "' of the file");
        }
        if (!report.prefix().isEmpty()) {
            lines.add("Prefix:        '" + PrintableText.name(report.prefix()) + "' removed");
        }
        Map<String, String> renamed = report.renamedBeyondPrefix();
        if (!renamed.isEmpty()) {
            lines.add("Names:         matched by order and shape, name in the file → name in the network");
            renamed.forEach((from, to) -> lines.add("               " + PrintableText.name(from) + " → " + to));
        }
        add(lines, "Folded:        ", report.folded(), " (bias before a norm)");
        add(lines, "Set to 0 or 1: ", report.filled(), " (not in the file)");
        add(lines, "Left out:      ", report.leftOut(), "");
        add(lines, "Not created:   ", report.placeholders(), " (Python classes)");
        return lines;
    }

    private static void add(List<String> lines, String heading, List<String> names, String remark) {
        if (!names.isEmpty()) {
            String more = names.size() > MOST_NAMED ? ", … (" + names.size() + " in all)" : "";
            lines.add(heading
                    + names.stream().limit(MOST_NAMED).map(PrintableText::name).collect(Collectors.joining(", "))
                    + more
                    + remark);
        }
    }

    private static List<String> choices(ImportedTeacher teacher) {
        List<String> lines = new ArrayList<>();
        List<MeasuredNormalization> measured = teacher.normalizations();
        if (!measured.isEmpty()) {
            MeasuredNormalization taken = measured.get(0);
            lines.add("Normalization: " + name(taken) + ", mean " + numbers(taken.mean()) + ", std "
                    + numbers(taken.std()));
            lines.add("               cross-entropy of a sample of the test images: "
                    + measured.stream()
                            .map(one -> String.format(Locale.ROOT, "%.3f %s", one.crossEntropy(), name(one)))
                            .collect(Collectors.joining(", ")));
        }
        if (teacher.orders() > 1) {
            lines.add("Order:         the best of " + teacher.orders() + " networks or orders of the tensors");
        }
        return lines;
    }

    private static String name(MeasuredNormalization one) {
        return one.isOfTheImages() ? "training images" : one.name();
    }

    private static String numbers(List<Double> values) {
        return values.stream()
                .map(value -> String.format(Locale.ROOT, "%.4f", value)
                        .replaceFirst("0+$", "")
                        .replaceFirst("\\.$", ""))
                .collect(Collectors.joining(","));
    }
}
