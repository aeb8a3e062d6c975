package org.dwastudio.sweep.plan;

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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.sweep.search.Candidate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * File of a plan, one line per candidate: trial, share, whether it is skipped, and the values of the settings that vary.
 *
 * @param parameters settings that vary
 */
public record PlanFile(List<SweptParameter> parameters) {
    private static final Logger LOG = LoggerFactory.getLogger(PlanFile.class);
    private static final long MOST_BYTES = 64L << 20;
    private static final List<String> BEFORE = List.of("trial", "share", "skipped");

    public PlanFile {
        parameters = List.copyOf(parameters);
    }

    private CSVFormat format() {
        return CSVFormat.DEFAULT
                .builder()
                .setRecordSeparator('\n')
                .setHeader(titles())
                .setSkipHeaderRecord(true)
                .get();
    }

    private String[] titles() {
        return Stream.concat(BEFORE.stream(), parameters.stream().map(SweptParameter::key))
                .toArray(String[]::new);
    }

    /**
     * Writes a plan, replacing an earlier one.
     *
     * @throws IOException if the folder cannot be written; the earlier plan is then kept
     */
    public void write(TrialPlan plan, Path file) throws IOException {
        StringBuilder text = new StringBuilder(String.join(",", titles())).append('\n');
        for (Candidate candidate : plan.candidates()) {
            List<Object> cells = new ArrayList<>(List.of(
                    candidate.number(), candidate.share(), plan.skipped().contains(candidate.number())));
            parameters.forEach(parameter -> cells.add(candidate.values().getOrDefault(parameter.key(), "")));
            text.append(format().format(cells.toArray())).append('\n');
        }
        AtomicFile.write(file, text.toString());
    }

    /**
     * Reads a plan.
     *
     * @return empty if there is none or it is damaged
     * @throws IOException if the file cannot be read
     */
    public Optional<TrialPlan> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = String.join("\n", BoundedFile.readLines(file, MOST_BYTES));
        List<Candidate> candidates = new ArrayList<>();
        Set<Integer> skipped = new TreeSet<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format())) {
            for (CSVRecord line : parser) {
                Candidate candidate = candidate(line);
                candidates.add(candidate);
                if (Boolean.parseBoolean(line.get("skipped"))) {
                    skipped.add(candidate.number());
                }
            }
            return Optional.of(new TrialPlan(candidates, skipped));
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            LOG.warn("{} is made again: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    private Candidate candidate(CSVRecord line) {
        Map<String, String> values = new LinkedHashMap<>();
        for (SweptParameter parameter : parameters) {
            String value = parameter.read(line.get(parameter.key()));
            // Fails for a value that is no number of the range.
            if (!Double.isFinite(parameter.placeOf(value))) {
                throw new IllegalArgumentException(parameter.key() + " " + value);
            }
            values.put(parameter.key(), value);
        }
        return new Candidate(Integer.parseInt(line.get("trial")), values, Double.parseDouble(line.get("share")));
    }
}
