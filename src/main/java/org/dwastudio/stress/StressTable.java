package org.dwastudio.stress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.dwastudio.metric.significance.MeanInterval;
import org.dwastudio.metric.significance.PairedTest;
import org.dwastudio.stage.comparison.ComparisonCells;
import org.dwastudio.stage.evaluation.result.TrainingSet;

/**
 * Table of a stress test.
 *
 * @param rows finished levels in the order of the sweeps
 */
public record StressTable(List<StressRow> rows) {
    private static final int PERCENT = 100;
    private static final List<String> HEADER = List.of(
            "option",
            "level",
            "labels",
            "seeds",
            "distilled",
            "random real",
            "all real",
            "distilled − random real",
            "p");
    private static final String EXPLANATION =
            "Top-1 accuracy, mean over the seeds ± half of the 95 % interval; differences in percentage points, with"
                    + " the p-value of a two-sided paired t-test, not corrected for the number of rows.";

    private static final List<String> CSV_COLUMNS = List.of(
            "option",
            "level",
            "labels",
            "seeds",
            "distilled",
            "distilled_reach",
            "random_real",
            "random_real_reach",
            "all_real",
            "all_real_reach",
            "difference",
            "difference_reach",
            "p");

    public StressTable {
        rows = List.copyOf(rows);
    }

    /** Returns this table with the rows of another level. */
    StressTable with(List<StressRow> more) {
        return new StressTable(Stream.concat(rows.stream(), more.stream()).toList());
    }

    /** Returns the number of finished levels. */
    public int levels() {
        return (int) rows.stream()
                .map(row -> List.of(row.key(), row.level()))
                .distinct()
                .count();
    }

    /** Returns the table in Markdown: accuracies in percent, followed by an explanation. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("| ").append(String.join(" | ", HEADER)).append(" |\n");
        text.append('|').append("---|".repeat(HEADER.size())).append('\n');
        for (StressRow row : rows) {
            PairedTest difference = row.difference();
            text.append("| ")
                    .append(String.join(
                            " | ",
                            row.key(),
                            row.level(),
                            row.labels().key(),
                            Integer.toString(row.distilled().size()),
                            ComparisonCells.accuracy(row.mean(TrainingSet.DISTILLED)),
                            ComparisonCells.accuracy(row.mean(TrainingSet.RANDOM_REAL)),
                            ComparisonCells.accuracy(row.mean(TrainingSet.FULL_REAL)),
                            points(difference.difference()),
                            ComparisonCells.probability(difference.probability())))
                    .append(" |\n");
        }
        return text.append('\n').append(EXPLANATION).append('\n').toString();
    }

    private static String points(MeanInterval difference) {
        String mean = String.format(Locale.ROOT, "%+.1f", PERCENT * difference.mean());
        return difference.reach().isPresent()
                ? mean
                        + String.format(
                                Locale.ROOT,
                                " ± %.1f",
                                PERCENT * difference.reach().getAsDouble())
                : mean;
    }

    /** Returns the table as CSV: accuracies and differences as fractions, empty cells where there is no interval or test. */
    public String csv() {
        StringBuilder text = new StringBuilder(String.join(",", CSV_COLUMNS)).append('\n');
        for (StressRow row : rows) {
            List<Object> cells = new ArrayList<>(List.of(
                    row.key(), row.level(), row.labels().key(), row.distilled().size()));
            for (TrainingSet set : TrainingSet.augmented()) {
                add(cells, row.mean(set));
            }
            add(cells, row.difference().difference());
            cells.add(cell(row.difference().probability()));
            text.append(CSVFormat.DEFAULT.format(cells.toArray())).append('\n');
        }
        return text.toString();
    }

    private static void add(List<Object> cells, MeanInterval mean) {
        cells.add(mean.mean());
        cells.add(cell(mean.reach()));
    }

    private static String cell(OptionalDouble value) {
        return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
    }
}
