package org.dwastudio.run.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dwastudio.file.BoundedFile;

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
    private static final long MOST_BYTES = 64L << 20;

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
            Optional<StudentAccuracy> found = in(String.join("\n", BoundedFile.readLines(table, MOST_BYTES)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<StudentAccuracy> in(String table) {
        try (CSVParser rows = CSVParser.parse(table, CSVFormat.DEFAULT)) {
            return in(rows.getRecords());
        } catch (IOException | UncheckedIOException | NumberFormatException e) {
            // Not a table of this program; an older one may be.
            return Optional.empty();
        }
    }

    /** Finds columns by the first of their name: a class may be named like one of them. */
    private static Optional<StudentAccuracy> in(List<CSVRecord> rows) {
        List<String> header = rows.isEmpty() ? List.of() : rows.get(0).toList();
        int set = header.indexOf("set");
        int labels = header.indexOf("labels");
        int last = header.indexOf("top1_last");
        int best = header.indexOf("top1_best");
        if (set < 0 || labels < 0 || last < 0 || best < 0) {
            return Optional.empty();
        }
        List<CSVRecord> students = rows.stream()
                .skip(1)
                .filter(row -> row.size() >= header.size() && row.get(set).equals(DISTILLED))
                .toList();
        List<CSVRecord> soft =
                students.stream().filter(row -> row.get(labels).equals(SOFT)).toList();
        List<CSVRecord> counted = soft.isEmpty() ? students : soft;
        return counted.isEmpty()
                ? Optional.empty()
                : Optional.of(new StudentAccuracy(mean(counted, last), mean(counted, best)));
    }

    private static double mean(List<CSVRecord> rows, int column) {
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(column)))
                .average()
                .orElseThrow();
    }
}
