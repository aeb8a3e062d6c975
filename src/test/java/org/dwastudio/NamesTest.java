package org.dwastudio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of names in the sources. {@link LanguageTest} checks comments and texts. */
class NamesTest {
    private static final Set<String> REPLACED = Set.of(
            "beside",
            "centre",
            "centred",
            "desk",
            "labelled",
            "misfit",
            "neighbour",
            "neighbours",
            "patience",
            "picture",
            "reckoned",
            "told",
            "wastebasket");

    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern END_OF_WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|_");

    @Test
    void namesUseTheTermsOfTheField() throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        }

        List<String> findings = new ArrayList<>();
        for (Path source : sources) {
            NAME.matcher(LITERAL.matcher(Files.readString(source)).replaceAll(""))
                    .results()
                    .map(MatchResult::group)
                    .filter(NamesTest::hasReplacedWord)
                    .forEach(name -> findings.add(source + ": " + name));
        }
        assertThat(sources).hasSizeGreaterThan(500);
        assertThat(findings).isEmpty();
    }

    @Test
    void aReplacedWordIsFoundWithinAName() {
        assertThat(hasReplacedWord("firstLayerMisfit")).isTrue();
        assertThat(hasReplacedWord("PATIENCE_SECONDS")).isTrue();
        assertThat(hasReplacedWord("desktopFolder")).isFalse();
    }

    private static boolean hasReplacedWord(String name) {
        return END_OF_WORD
                .splitAsStream(name)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .anyMatch(REPLACED::contains);
    }
}
