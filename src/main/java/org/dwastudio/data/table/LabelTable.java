package org.dwastudio.data.table;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dwastudio.data.DatasetException;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/**
 * Table of image files and their classes: CSV or TSV with a header, or one JSON object per line, as Hugging Face's {@code
 * metadata.jsonl}.
 *
 * @param file the table
 * @param rows rows in the order of the file
 */
record LabelTable(Path file, List<Row> rows) {
    private static final long MOST_BYTES = 512L << 20;
    private static final Pattern NAMES = Pattern.compile("(?i).*\\.(csv|tsv|jsonl)");
    private static final List<String> FILE_COLUMNS = List.of(
            "file_name",
            "filename",
            "file",
            "image",
            "image_path",
            "path",
            "filepath",
            "image_id",
            "imageid",
            "id",
            "name");
    private static final List<String> CLASS_COLUMNS = List.of(
            "class_name", "label_name", "label", "class", "category", "target", "breed", "species", "labels", "y");
    private static final List<String> SPLIT_COLUMNS = List.of("split", "set", "subset", "partition");

    /**
     * Row of a table.
     *
     * @param image file name, perhaps without its ending or its folder
     * @param label class
     * @param split split; empty if the table has no such column
     */
    record Row(String image, String label, String split) {}

    LabelTable {
        rows = List.copyOf(rows);
    }

    /** Returns true if a file of this name may be such a table. */
    static boolean mayBe(String name) {
        return NAMES.matcher(name).matches();
    }

    /**
     * Reads a table.
     *
     * @return empty if it has no columns of files and classes, as a table of something else
     * @throws DatasetException if it cannot be read
     */
    static Optional<LabelTable> read(Path file) throws IOException {
        try {
            String text = new String(BoundedFile.read(file, MOST_BYTES), StandardCharsets.UTF_8);
            List<Row> rows = file.toString().toLowerCase(Locale.ROOT).endsWith(".jsonl") ? ofJson(text) : ofCsv(text);
            return rows.isEmpty() ? Optional.empty() : Optional.of(new LabelTable(file, rows));
        } catch (JsonParseException | UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
            throw new DatasetException(Message.of("table.damaged", file, FailureCause.reason(e)), e);
        } catch (IOException e) {
            throw new DatasetException(Message.of("table.unreadable", file, FailureCause.reason(e)), e);
        }
    }

    private static List<Row> ofCsv(String text) throws IOException {
        String start = text.lines().findFirst().orElse("").replace("\uFEFF", "");
        char separator =
                start.indexOf('\t') >= 0 ? '\t' : start.indexOf(';') >= 0 && start.indexOf(',') < 0 ? ';' : ',';
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setAllowMissingColumnNames(true)
                .setTrim(true)
                .get();
        List<Row> rows = new ArrayList<>();
        try (Reader reader = new StringReader(text.replace("\uFEFF", ""));
                CSVParser parser = format.parse(reader)) {
            Columns columns = Columns.of(parser.getHeaderNames());
            if (!columns.areKnown()) {
                return rows;
            }
            for (CSVRecord record : parser) {
                if (!record.isConsistent()) {
                    throw new DescribedArgumentException(Message.of(
                            "table.line",
                            parser.getCurrentLineNumber(),
                            record.size(),
                            parser.getHeaderNames().size()));
                }
                rows.add(columns.row(record.toMap()));
            }
        }
        return rows;
    }

    private static List<Row> ofJson(String text) {
        List<Row> rows = new ArrayList<>();
        Columns columns = Columns.NONE;
        for (String line : text.lines().filter(one -> !one.isBlank()).toList()) {
            JsonObject object = JsonParser.parseString(line).getAsJsonObject();
            Map<String, String> values = new LinkedHashMap<>();
            for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
                values.put(
                        entry.getKey(),
                        entry.getValue().isJsonPrimitive() ? entry.getValue().getAsString() : "");
            }
            columns = columns.areKnown() ? columns : Columns.of(List.copyOf(values.keySet()));
            if (!columns.areKnown()) {
                return List.of();
            }
            rows.add(columns.row(values));
        }
        return rows;
    }

    /** Names of the columns; empty if there is none. */
    private record Columns(String image, String label, String split) {
        static final Columns NONE = new Columns("", "", "");

        static Columns of(List<String> names) {
            return new Columns(first(names, FILE_COLUMNS), first(names, CLASS_COLUMNS), first(names, SPLIT_COLUMNS));
        }

        private static String first(List<String> names, List<String> wanted) {
            return wanted.stream()
                    .flatMap(word -> names.stream().filter(name -> name.strip().equalsIgnoreCase(word)))
                    .findFirst()
                    .orElse("");
        }

        boolean areKnown() {
            return !image.isEmpty() && !label.isEmpty();
        }

        Row row(Map<String, String> values) {
            return new Row(
                    values.getOrDefault(image, "").replace('\\', '/'),
                    values.getOrDefault(label, ""),
                    split.isEmpty() ? "" : values.getOrDefault(split, ""));
        }
    }
}
