package org.dwastudio.stage.inspection;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.file.BoundedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Table of the last inspection of a run: two rows per class, the distilled and the random real images. An empty cell
 * stands for a metric that does not exist.
 */
public final class InspectionTable {
    /** Name of the file in the run folder. */
    public static final String NAME = "inspection.csv";

    private static final Logger LOG = LoggerFactory.getLogger(InspectionTable.class);
    private static final long MOST_BYTES = 64L << 20;
    private static final String DISTILLED = "distilled";
    private static final String RANDOM_REAL = "random-real";

    /** Columns of the table; their names are in its first line. */
    private enum Column {
        CLASS,
        LABEL,
        IMAGES,
        REFERENCES,
        SET,
        WITHIN_CLASS_COSINE,
        VENDI_SCORE,
        EFFECTIVE_RANK,
        DENSITY,
        COVERAGE,
        NEAR_COPIES;

        String title() {
            return name().toLowerCase(Locale.ROOT);
        }

        String in(CSVRecord row) {
            return row.get(title());
        }
    }

    private static final String[] TITLES =
            Stream.of(Column.values()).map(Column::title).toArray(String[]::new);

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setRecordSeparator('\n')
            .setHeader(TITLES)
            .setSkipHeaderRecord(true)
            .get();

    private InspectionTable() {}

    /** Writes the table, replacing an earlier one. */
    public static void write(Path runFolder, InspectionReport report) throws IOException {
        AtomicFile.write(runFolder.resolve(NAME), csv(report));
    }

    /** Returns the table as text. */
    public static String csv(InspectionReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", TITLES));
        for (ClassMetrics metrics : report.classes()) {
            lines.add(FORMAT.format(row(metrics, DISTILLED, metrics.distilled())));
            lines.add(FORMAT.format(row(metrics, RANDOM_REAL, metrics.real())));
        }
        return String.join("\n", lines) + "\n";
    }

    private static Object[] row(ClassMetrics metrics, String set, SetMetrics of) {
        return new Object[] {
            metrics.className(),
            Integer.toString(metrics.label()),
            Integer.toString(metrics.images()),
            Integer.toString(metrics.references()),
            set,
            cell(of.withinClassCosine()),
            Double.toString(of.vendiScore()),
            Double.toString(of.effectiveRank()),
            cell(of.density()),
            cell(of.coverage()),
            cell(of.nearCopies())
        };
    }

    private static String cell(OptionalDouble value) {
        return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
    }

    /**
     * Reads the table of a run.
     *
     * @return empty if the run was not inspected, or the table is damaged
     * @throws IOException if the file cannot be read
     */
    public static Optional<InspectionReport> read(Path runFolder) throws IOException {
        Path file = runFolder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String text = String.join("\n", BoundedFile.readLines(file, MOST_BYTES));
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            return parsed(parser.getRecords());
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            LOG.warn("{} is ignored: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<InspectionReport> parsed(List<CSVRecord> rows) {
        List<ClassMetrics> classes = new ArrayList<>();
        for (int row = 0; row + 1 < rows.size(); row += 2) {
            CSVRecord distilled = rows.get(row);
            CSVRecord real = rows.get(row + 1);
            if (!Column.SET.in(distilled).equals(DISTILLED)
                    || !Column.SET.in(real).equals(RANDOM_REAL)) {
                throw new IllegalArgumentException("unknown set in line " + (row + 2));
            }
            classes.add(new ClassMetrics(
                    Integer.parseInt(Column.LABEL.in(distilled)),
                    Column.CLASS.in(distilled),
                    Integer.parseInt(Column.IMAGES.in(distilled)),
                    metrics(distilled),
                    metrics(real),
                    Integer.parseInt(Column.REFERENCES.in(distilled))));
        }
        return classes.isEmpty() || rows.size() % 2 != 0 ? Optional.empty() : Optional.of(InspectionReport.of(classes));
    }

    private static SetMetrics metrics(CSVRecord row) {
        return new SetMetrics(
                number(row, Column.WITHIN_CLASS_COSINE),
                number(row, Column.VENDI_SCORE).orElse(Double.NaN),
                number(row, Column.EFFECTIVE_RANK).orElse(Double.NaN),
                number(row, Column.DENSITY),
                number(row, Column.COVERAGE),
                number(row, Column.NEAR_COPIES));
    }

    private static OptionalDouble number(CSVRecord row, Column column) {
        String cell = column.in(row);
        return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
    }
}
