package org.dwastudio.ui.teacher;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dwastudio.teacher.ImportReport;
import org.dwastudio.text.PrintableText;
import org.dwastudio.ui.screen.Messages;

/** Lines on what became of the tensors of a weights file. */
final class ImportReportLines {
    private static final int MOST_NAMED = 8;

    private ImportReportLines() {}

    static List<String> of(ImportResult result, Messages texts) {
        List<String> lines = new ArrayList<>();
        result.normalizations().stream().findFirst().ifPresent(taken -> {
            String numbers = numbers(taken.mean()) + " / " + numbers(taken.std());
            lines.add(
                    taken.isOfTheImages()
                            ? texts.format("teacher.import.report.normalizationOfImages", numbers)
                            : texts.format("teacher.import.report.normalization", taken.name(), numbers));
        });
        lines.addAll(of(result.report(), texts));
        return lines;
    }

    private static String numbers(List<Double> values) {
        return values.stream()
                .map(value -> String.format(Locale.ROOT, "%.3f", value))
                .collect(Collectors.joining(", "));
    }

    private static List<String> of(ImportReport report, Messages texts) {
        List<String> lines = new ArrayList<>();
        if (!report.group().isEmpty()) {
            lines.add(texts.format("teacher.import.report.group", PrintableText.name(report.group())));
        }
        if (!report.prefix().isEmpty()) {
            lines.add(texts.format("teacher.import.report.prefix", PrintableText.name(report.prefix())));
        }
        Map<String, String> renamed = report.renamedBeyondPrefix();
        if (!renamed.isEmpty()) {
            List<String> pairs = new ArrayList<>();
            renamed.forEach((from, to) -> pairs.add(from + " → " + to));
            lines.add(texts.format("teacher.import.report.renamed", listed(pairs, texts)));
        }
        add(lines, "folded", report.folded(), texts);
        add(lines, "filled", report.filled(), texts);
        add(lines, "leftOut", report.leftOut(), texts);
        add(lines, "placeholders", report.placeholders(), texts);
        return lines.isEmpty() ? List.of(texts.get("teacher.import.report.same")) : lines;
    }

    private static void add(List<String> lines, String key, List<String> names, Messages texts) {
        if (!names.isEmpty()) {
            lines.add(texts.format("teacher.import.report." + key, listed(names, texts)));
        }
    }

    /** Returns the first names, and the number of the others. */
    static String listed(List<String> names, Messages texts) {
        String first = names.stream().limit(MOST_NAMED).map(PrintableText::name).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMED
                ? first
                : texts.format("teacher.import.report.more", first, Integer.toString(names.size() - MOST_NAMED));
    }
}
