package org.dwastudio.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dwastudio.teacher.ImportReport;
import org.dwastudio.text.PrintableText;

/** Lines on how the tensors of a weights file became those of a network. */
final class ImportedNames {
    private static final int MOST_NAMED = 10;

    private ImportedNames() {}

    static List<String> lines(ImportReport report) {
        List<String> lines = new ArrayList<>();
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
}
