package org.dwastudio.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dwastudio.engine.ImportedTeacher;
import org.dwastudio.engine.MeasuredNormalization;

/** Lines on the normalization of imported weights, and on how often their tensors were measured. */
final class ImportedNormalization {
    private ImportedNormalization() {}

    static List<String> lines(ImportedTeacher teacher) {
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
                .map(value -> String.format(Locale.ROOT, "%.4f", value).replaceFirst("0+$", "").replaceFirst("\\.$", ""))
                .collect(Collectors.joining(","));
    }
}
