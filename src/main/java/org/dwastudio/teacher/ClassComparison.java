package org.dwastudio.teacher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Comparison of a teacher's class names with those of a dataset. Names are equal if their letters and digits are, so
 * that a class folder {@code T-shirt-top} is the class {@code T-shirt/top}.
 *
 * @param result difference of the names
 * @param order index of the teacher's class for each class of the dataset; empty unless the result is {@link Result#REORDERED}
 */
public record ClassComparison(Result result, List<Integer> order) {

    /** Difference between the class names of a teacher and those of a dataset. */
    public enum Result {
        /** Same names in the same order. */
        SAME,
        /** Same names in another order. */
        REORDERED,
        /** Other names. */
        OTHER,
        /** Nothing to compare with, or weights without class names. */
        UNKNOWN
    }

    public ClassComparison {
        order = List.copyOf(order);
    }

    /** Compares the names. */
    public static ClassComparison of(List<String> teacher, List<String> dataset) {
        Optional<Map<String, Integer>> places = places(teacher);
        if (teacher.equals(dataset) || keys(teacher).equals(keys(dataset))) {
            return new ClassComparison(Result.SAME, List.of());
        }
        List<Integer> order = new ArrayList<>();
        for (String key : keys(dataset)) {
            Optional<Integer> place = places.map(known -> known.getOrDefault(key, -1));
            if (place.isEmpty() || place.get() < 0) {
                return new ClassComparison(Result.OTHER, List.of());
            }
            order.add(place.get());
        }
        boolean whole =
                order.size() == teacher.size() && order.stream().distinct().count() == order.size();
        return whole ? new ClassComparison(Result.REORDERED, order) : new ClassComparison(Result.OTHER, List.of());
    }

    /** Returns the index of each name; empty if two names are equal. */
    private static Optional<Map<String, Integer>> places(List<String> names) {
        Map<String, Integer> places = new HashMap<>();
        for (String key : keys(names)) {
            if (places.put(key, places.size()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(places);
    }

    private static List<String> keys(List<String> names) {
        return names.stream().map(ClassComparison::key).toList();
    }

    private static String key(String name) {
        String letters = name.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "").toLowerCase(Locale.ROOT);
        return letters.isEmpty() ? name : letters;
    }
}
