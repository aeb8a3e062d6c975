package org.dwastudio.sweep;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.file.BoundedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Table of the students on the test split, one line per run. Every winner that was tested stays in it. */
public final class TestTable {
    private static final Logger LOG = LoggerFactory.getLogger(TestTable.class);
    private static final long MOST_BYTES = 16L << 20;
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setRecordSeparator('\n')
            .setHeader("trial", "winner", "seed", "score")
            .setSkipHeaderRecord(true)
            .get();

    private TestTable() {}

    /** Writes the table, replacing an earlier one. */
    static void write(Path file, List<TestRun> runs) throws IOException {
        List<String> lines = new ArrayList<>(List.of("trial,winner,seed,score"));
        for (TestRun run : runs) {
            lines.add(
                    FORMAT.format(run.trial(), run.winner(), Long.toString(run.seed()), Double.toString(run.score())));
        }
        AtomicFile.write(file, String.join("\n", lines) + "\n");
    }

    /**
     * Reads the table.
     *
     * @return empty if there is none, or it is damaged
     * @throws IOException if the file cannot be read
     */
    public static List<TestRun> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        String text = String.join("\n", BoundedFile.readLines(file, MOST_BYTES));
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            List<TestRun> runs = new ArrayList<>();
            for (CSVRecord row : parser) {
                runs.add(new TestRun(
                        row.get("trial"),
                        row.get("winner"),
                        Long.parseLong(row.get("seed")),
                        Double.parseDouble(row.get("score"))));
            }
            return runs;
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            LOG.warn("{} is ignored: {}", file, e.getMessage());
            return List.of();
        }
    }
}
