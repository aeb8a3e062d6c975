package org.dwastudio.sweep;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.dwastudio.sweep.search.Candidate;
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
     * Reads the trials of a sweep that has begun, in the order of the table.
     *
     * @param planned number of runs of a trial
     * @return empty if there is no table or it is damaged
     * @throws IOException if the file cannot be read
     */
    public List<Trial> trials(Path file, int planned) throws IOException {
        Map<String, Trial> trials = new LinkedHashMap<>();
        for (Row row : rows(file)) {
            Trial before = trials.getOrDefault(row.trial(), new Trial(row.kind(), row.candidate(), List.of(), planned));
            List<SeedRun> runs = new ArrayList<>(before.runs());
            runs.add(row.run());
            trials.put(row.trial(), new Trial(before.kind(), before.candidate(), runs, planned));
        }
        return List.copyOf(trials.values());
    }

    /** Line of the table. */
    private record Row(String trial, Trial.Kind kind, Candidate candidate, SeedRun run) {}

    private List<Row> rows(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        String text = String.join("\n", BoundedFile.readLines(file, MOST_BYTES));
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format())) {
            for (CSVRecord line : parser) {
                rows.add(row(line));
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            LOG.warn("{} is measured again: {}", file, e.getMessage());
            return List.of();
        }
        return rows;
    }

    private Row row(CSVRecord line) {
        Map<String, String> values = new LinkedHashMap<>();
        parameters.forEach(parameter -> values.put(parameter.key(), parameter.read(line.get(parameter.key()))));
        String trial = line.get("trial");
        Trial.Kind kind =
                switch (trial) {
                    case "preset" -> Trial.Kind.PRESET;
                    case "random-real" -> Trial.Kind.RANDOM_REAL;
                    default -> Trial.Kind.CANDIDATE;
                };
        String failure = line.get("failure");
        return new Row(
                trial,
                kind,
                kind == Trial.Kind.CANDIDATE
                        ? new Candidate(Integer.parseInt(trial), values, Double.parseDouble(line.get("share")))
                        : new Candidate(0, Map.of(), 1),
                new SeedRun(
                        Long.parseLong(line.get("seed")),
                        number(line.get("score")),
                        number(line.get("vendi_score")),
                        Double.parseDouble(line.get("seconds")),
                        failure.isEmpty() ? Optional.empty() : Optional.of(Message.literal(failure))));
    }

    private static OptionalDouble number(String cell) {
        return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
    }
}
