package org.dwastudio.data.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Names of WordNet numbers, from a file of lines such as {@code n01443537<tab>goldfish, Carassius auratus}. A class is
 * named by its first word; by all words if several classes share the first, and by its number if the file does not list
 * it or does not exist.
 */
final class WordNetNames {
    private final Path file;

    WordNetNames(Path file) {
        this.file = file;
    }

    /** Returns the names in the order of the numbers, each unique. */
    List<String> of(List<String> numbers) throws IOException {
        if (!Files.isRegularFile(file)) {
            return numbers;
        }
        Map<String, String> words = read(numbers);
        List<String> shortNames = numbers.stream()
                .map(number ->
                        words.getOrDefault(number, number).split(",", -1)[0].strip())
                .toList();
        Map<String, Long> uses = uses(shortNames);
        List<String> names = numbers.stream()
                .map(number -> {
                    String all = words.getOrDefault(number, number);
                    String first = all.split(",", -1)[0].strip();
                    return Objects.requireNonNull(uses.get(first)) == 1 ? first : all;
                })
                .toList();
        Map<String, Long> left = uses(names);
        return numbers.stream()
                .map(number -> {
                    String name = names.get(numbers.indexOf(number));
                    return Objects.requireNonNull(left.get(name)) == 1 ? name : name + " (" + number + ")";
                })
                .toList();
    }

    private Map<String, String> read(List<String> numbers) throws IOException {
        Map<String, String> words = new HashMap<>();
        numbers.forEach(number -> words.put(number, number));
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] parts = line.split("\t", 2);
            if (parts.length == 2 && !parts[1].isBlank() && words.containsKey(parts[0].strip())) {
                words.put(parts[0].strip(), parts[1].strip());
            }
        }
        return words;
    }

    private static Map<String, Long> uses(List<String> names) {
        return names.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
