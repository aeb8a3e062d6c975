package org.dwastudio.run.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Accuracy of the students of a run's images: the mean over those of its newest evaluation, with soft labels if there
 * are any.
 *
 * @param last top-1 accuracy after the last step, 0 to 1: the result
 * @param best highest accuracy, selected on the test split and therefore optimistic
 */
record StudentAccuracy(double last, double best) {
    private static final String DISTILLED = "distilled";
    private static final String SOFT = "soft";

    /** Returns empty if no student has been trained on the images yet. */
    static Optional<StudentAccuracy> newestIn(Path run) throws IOException {
        Path evaluations = run.resolve("evaluation");
        if (!Files.isDirectory(evaluations)) {
            return Optional.empty();
        }
        List<Path> newestFirst;
        try (Stream<Path> folders = Files.list(evaluations)) {
            newestFirst = folders.map(folder -> folder.resolve("evaluation.csv"))
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified())
                            .reversed())
                    .toList();
        }
        for (Path table : newestFirst) {
            Optional<StudentAccuracy> found = in(Files.readAllLines(table));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<StudentAccuracy> in(List<String> lines) {
        List<String> header = lines.isEmpty() ? List.of() : List.of(lines.get(0).split(",", -1));
        int set = header.indexOf("set");
        int labels = header.indexOf("labels");
        int last = header.indexOf("top1_last");
        int best = header.indexOf("top1_best");
        if (set < 0 || labels < 0 || last < 0 || best < 0) {
            return Optional.empty();
        }
        List<String[]> students = lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(fields -> fields.length >= header.size() && fields[set].equals(DISTILLED))
                .toList();
        List<String[]> soft =
                students.stream().filter(fields -> fields[labels].equals(SOFT)).toList();
        List<String[]> counted = soft.isEmpty() ? students : soft;
        if (counted.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new StudentAccuracy(mean(counted, last), mean(counted, best)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static double mean(List<String[]> rows, int column) {
        return Arrays.stream(rows.toArray(String[][]::new))
                .mapToDouble(fields -> Double.parseDouble(fields[column]))
                .average()
                .orElseThrow();
    }
}
