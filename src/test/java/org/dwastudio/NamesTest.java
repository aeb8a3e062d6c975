package org.dwastudio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
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
            "coloured",
            "desk",
            "hears",
            "labelled",
            "licence",
            "misfit",
            "neighbour",
            "neighbours",
            "normalisation",
            "patience",
            "picture",
            "reckoned",
            "recognised",
            "said",
            "says",
            "sees",
            "synthesise",
            "synthesised",
            "told",
            "wastebasket");

    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern END_OF_WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|_");

    @Test
    void namesUseTheTermsOfTheField() throws IOException {
        List<Path> sources = Stream.of("src/main/java", "src/test/java")
                .flatMap(root -> sources(Path.of(root)).stream())
                .toList();

        List<String> findings = new ArrayList<>();
        for (Path source : sources) {
            String code = LITERAL.matcher(Files.readString(source)).replaceAll("");
            NAME.matcher(COMMENT.matcher(code).replaceAll(""))
                    .results()
                    .map(MatchResult::group)
                    .filter(NamesTest::hasReplacedWord)
                    .forEach(name -> findings.add(source + ": " + name));
        }
        assertThat(sources).hasSizeGreaterThan(1000);
        assertThat(findings).isEmpty();
    }

    private static List<Path> sources(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
