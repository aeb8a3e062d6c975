package org.dwastudio.data.folder;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dwastudio.data.DatasetException;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.text.Message;

/**
 * Names of WordNet numbers, from a file of lines such as {@code n01443537<tab>goldfish, Carassius auratus}, or from a
 * JSON object that maps numbers to names, or indices to pairs of both. A class is named by its first word; by all words
 * if several classes share the first, and by its number if the file does not list it or does not exist.
 */
public final class WordNetNames {
    /** Files of the published datasets, and of programs that come with them. */
    private static final List<String> FILES = List.of(
            "words.txt",
            "LOC_synset_mapping.txt",
            "synset_words.txt",
            "imagenet_class_index.json",
            "Labels.json",
            "labels.json");

    private static final Pattern NUMBER = Pattern.compile("n\\d{8}");
    private static final Pattern LINE = Pattern.compile("\\s*(n\\d+)[\\s,:;]+(.*\\S)\\s*");
    private static final long LONGEST_FILE = 64L << 20;
    private static final int LEVELS = 4;

    private final Path file;

    public WordNetNames(Path file) {
        this.file = file;
    }

    /** Returns true if classes are named by WordNet numbers. */
    static boolean areNumbers(List<String> classes) {
        return classes.stream().allMatch(name -> NUMBER.matcher(name).matches());
    }

    /** Returns the names of a dataset whose classes are in a folder: the first such file there, or above it. */
    static Optional<WordNetNames> near(Path folder) throws IOException {
        Path place = folder.toAbsolutePath().normalize();
        for (int level = 0; level < LEVELS && place != null; level++) {
            for (String name : FILES) {
                if (Files.isRegularFile(place.resolve(name))) {
                    return Optional.of(new WordNetNames(place.resolve(name)));
                }
            }
            place = place.getParent();
        }
        return Optional.empty();
    }

    Path file() {
        return file;
    }

    /** Returns the names in the order of the numbers, each unique. */
    public List<String> of(List<String> numbers) throws IOException {
        if (!Files.isRegularFile(file)) {
            return numbers;
        }
        Map<String, String> words = read();
        List<String> all = numbers.stream()
                .map(number -> words.getOrDefault(number, number))
                .toList();
        List<String> shortNames =
                all.stream().map(name -> name.split(",", -1)[0].strip()).toList();
        Map<String, Long> uses = uses(shortNames);
        List<String> names = IntStream.range(0, all.size())
                .mapToObj(i -> uses.getOrDefault(shortNames.get(i), 0L) == 1 ? shortNames.get(i) : all.get(i))
                .toList();
        Map<String, Long> left = uses(names);
        return IntStream.range(0, all.size())
                .mapToObj(i -> left.getOrDefault(names.get(i), 0L) == 1
                        ? names.get(i)
                        : names.get(i) + " (" + numbers.get(i) + ")")
                .toList();
    }

    private Map<String, String> read() throws IOException {
        try {
            String text = BoundedFile.readText(file, LONGEST_FILE);
            return file.toString().endsWith(".json") ? parse(text) : lines(text);
        } catch (FileSystemException | JsonParseException | IllegalStateException | UnsupportedOperationException e) {
            throw new DatasetException(Message.of("names.unreadable", file), e);
        }
    }

    private static Map<String, String> lines(String text) {
        Map<String, String> words = new HashMap<>();
        text.lines().forEach(line -> {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                words.put(matcher.group(1), matcher.group(2));
            }
        });
        return words;
    }

    private static Map<String, String> parse(String json) {
        Map<String, String> words = new HashMap<>();
        JsonParser.parseString(json).getAsJsonObject().entrySet().forEach(entry -> {
            JsonElement value = entry.getValue();
            if (value instanceof JsonArray pair && pair.size() > 1) {
                words.put(pair.get(0).getAsString(), pair.get(1).getAsString().replace('_', ' '));
            } else if (value.isJsonPrimitive()) {
                words.put(entry.getKey(), value.getAsString());
            }
        });
        return words;
    }

    private static Map<String, Long> uses(List<String> names) {
        return names.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
