package org.dwastudio.data.folder;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Split of a dataset that a folder or file is named after, such as {@code Training} or {@code seg_test}. */
public enum SplitName {
    TRAIN(Set.of("train", "training", "trainset", "trainingset")),
    VALIDATION(Set.of("val", "valid", "validation", "validate", "dev", "valset", "validset", "validationset")),
    TEST(Set.of("test", "testing", "testset", "eval", "evaluation"));

    private final Set<String> words;

    SplitName(Set<String> words) {
        this.words = words;
    }

    /** Returns the split that a name contains the word of; empty if there is none. */
    public static Optional<SplitName> of(String name) {
        List<String> parts = words(name);
        return Arrays.stream(values())
                .filter(split -> parts.stream().anyMatch(split.words::contains))
                .findFirst();
    }

    /** Returns the names of this split among several, the shortest first. */
    List<String> among(List<String> names) {
        return names.stream()
                .filter(name -> of(name).equals(Optional.of(this)))
                .sorted(Comparator.comparingInt((String name) -> words(name).size())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static List<String> words(String name) {
        return List.of(name.toLowerCase(Locale.ROOT).split("[^a-z]+"));
    }
}
