package org.dwastudio.sweep;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.text.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Table of the runs of a sweep, one line per run: trial, share, seed, the values of the settings that vary, score, Vendi
 * score, seconds, and the reason of a failure. Scores are shares or Vendi scores, by the objective.
 *
 * @param parameters settings that vary
 */
public record TrialsTable(List<SweptParameter> parameters) {
    private static final Logger LOG = LoggerFactory.getLogger(TrialsTable.class);
    private static final long MOST_BYTES = 64L << 20;
    private static final List<String> BEFORE = List.of("trial", "share", "seed");
    private static final List<String> AFTER = List.of("score", "vendi_score", "seconds", "failure");

    public TrialsTable {
        parameters = List.copyOf(parameters);
    }

    /** Run of a trial. */
    private record Place(String trial, long seed) {}

    /** Finished runs that a file holds. */
    public static final class Known {
        private final Map<Place, SeedRun> runs = new HashMap<>();

        /** Returns a run without a failure; failed ones are tried again. */
        Optional<SeedRun> run(String trial, long seed) {
            return Optional.ofNullable(runs.get(new Place(trial, seed)))
                    .filter(run -> run.failure().isEmpty());
        }
    }

    private String[] titles() {
        return Stream.of(BEFORE.stream(), parameters.stream().map(SweptParameter::key), AFTER.stream())
                .flatMap(names -> names)
                .toArray(String[]::new);
    }

    private CSVFormat format() {
        return CSVFormat.DEFAULT
                .builder()
                .setRecordSeparator('\n')
                .setHeader(titles())
                .setSkipHeaderRecord(true)
                .get();
    }

    /** Writes the table, replacing an earlier one. */
    public void write(Path file, List<Trial> trials) throws IOException {
        AtomicFile.write(file, text(trials));
    }

    /** Returns the table as text. */
    public String text(List<Trial> trials) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", titles()));
        for (Trial trial : trials) {
            for (SeedRun run : trial.runs()) {
                lines.add(format().format(row(trial, run)));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private Object[] row(Trial trial, SeedRun run) {
        List<Object> cells = new ArrayList<>(
                List.of(trial.key(), Double.toString(trial.candidate().share()), Long.toString(run.seed())));
        for (SweptParameter parameter : parameters) {
            cells.add(trial.candidate().values().getOrDefault(parameter.key(), ""));
        }
        cells.add(cell(run.score()));
        cells.add(cell(run.vendi()));
        cells.add(Double.toString(run.seconds()));
        cells.add(run.failure().map(Message::english).orElse(""));
        return cells.toArray();
    }

    private static String cell(OptionalDouble value) {
        return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
    }

    /**
     * Reads the table of a sweep that was interrupted.
     *
     * @return empty if there is none or it is damaged, whose runs are then measured again
     * @throws IOException if the file cannot be read
     */
    public Known read(Path file) throws IOException {
        Known known = new Known();
        if (!Files.isRegularFile(file)) {
            return known;
        }
        String text = String.join("\n", BoundedFile.readLines(file, MOST_BYTES));
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format())) {
            for (CSVRecord row : parser) {
                long seed = Long.parseLong(row.get("seed"));
                String failure = row.get("failure");
                known.runs.put(
                        new Place(row.get("trial"), seed),
                        new SeedRun(
                                seed,
                                number(row.get("score")),
                                number(row.get("vendi_score")),
                                Double.parseDouble(row.get("seconds")),
                                failure.isEmpty() ? Optional.empty() : Optional.of(Message.literal(failure))));
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            LOG.warn("{} is measured again: {}", file, e.getMessage());
            return new Known();
        }
        return known;
    }

    private static OptionalDouble number(String cell) {
        return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
    }
}
