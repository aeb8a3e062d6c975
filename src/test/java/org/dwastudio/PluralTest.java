package org.dwastudio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.text.TextTemplate;
import org.junit.jupiter.api.Test;

/** The nouns after numbers in the English texts: singular after 1, plural after all other numbers. */
class PluralTest {
    private static final Path BUNDLES = Path.of("src/main/resources/org/dwastudio");
    private static final String NOUNS =
            "image|column|epoch|student|step|iteration|channel|label|byte|thread|processor|row"
                    + "|character|dimension|class name|problem|dataset|layer|size|run|file|tensor|teacher|value|option|result|pixel"
                    + "|setting|change|part|link";
    /** Classes are left out: a dataset has at least two. Rates, such as images/s, have the unit of many. */
    private static final Pattern ONE_OF_MANY =
            Pattern.compile("\\b1 (?:(?!of )[a-z-]+ )?(?:(?:" + NOUNS + ")s|axes|entries)\\b(?!/)");

    private static final Pattern NONE_OF_ONE = Pattern.compile("\\b0 (?:" + NOUNS + "|axis|entry)\\b");
    private static final int MOST_PLACES = 10;

    /** Numbers that are never 1, with the reason. */
    private static final Map<String, String> NEVER_ONE = new TreeMap<>(Map.ofEntries(
            Map.entry("npz.tooLarge", "limit in bytes"),
            Map.entry("cifar.tooLarge", "limit in bytes"),
            Map.entry("archive.tooLarge", "limit in bytes"),
            Map.entry("archive.bytes", "limit in bytes"),
            Map.entry("archive.entries", "limit of entries"),
            Map.entry("archive.entryTooLarge", "above a limit in bytes"),
            Map.entry("archive.headers", "limit in bytes"),
            Map.entry("archive.longName", "above a limit of characters"),
            Map.entry("config.tooLong", "above a limit of characters"),
            Map.entry("download.otherFile", "size of a published file"),
            Map.entry("download.tooMuch", "size of a published file"),
            Map.entry("dataset.report.nearlyBalanced", "the larger of two numbers"),
            Map.entry("export.tooLarge", "images that do not fit into the memory"),
            Map.entry("image.pixels", "above a limit of pixels"),
            Map.entry("images.sizes", "width and height"),
            Map.entry("images.square", "width and height"),
            Map.entry("parameter.jitter.excessive", "more than half of an image size"),
            Map.entry("parquet.manyLabels", "above a limit of labels"),
            Map.entry("parquet.rows", "above a limit of rows"),
            Map.entry("safetensors.axes", "limit of axes"),
            Map.entry("synthesis.teacherSize", "the smallest images have more pixels"),
            Map.entry("weights.bomb", "size of an archive"),
            Map.entry("weights.objects", "limit of values")));

    @Test
    void aNumberOfOneHasASingularNoun() throws IOException {
        Map<String, String> texts = texts();

        assertThat(texts)
                .hasSizeGreaterThan(1500)
                .containsKeys(NEVER_ONE.keySet().toArray(String[]::new));
        assertThat(findings(texts, "1", ONE_OF_MANY)).isEmpty();
        assertThat(NEVER_ONE.keySet())
                .allSatisfy(key -> assertThat(filled(texts.get(key), "1")).containsPattern(ONE_OF_MANY));
    }

    @Test
    void aNumberOfZeroHasAPluralNoun() throws IOException {
        assertThat(findings(texts(), "0", NONE_OF_ONE)).isEmpty();
    }

    @Test
    void aFindingNamesItsText() {
        assertThat(findings(
                        Map.of("a", "{0} images", "b", "{0} best images", "c", "{0} of many images"), "1", ONE_OF_MANY))
                .containsExactly("a: 1 images", "b: 1 best images");
    }

    private static List<String> findings(Map<String, String> texts, String number, Pattern wrong) {
        List<String> findings = new ArrayList<>();
        new TreeMap<>(texts).forEach((key, text) -> {
            String filled = filled(text, number);
            if (!NEVER_ONE.containsKey(key) && wrong.matcher(filled).find()) {
                findings.add(key + ": " + filled);
            }
        });
        return findings;
    }

    private static String filled(String text, String number) {
        return TextTemplate.fill(text, Collections.nCopies(MOST_PLACES, number));
    }

    private static Map<String, String> texts() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(BUNDLES)) {
            for (Path file : files.filter(PluralTest::isEnglish).toList()) {
                Properties bundle = new Properties();
                try (var reader = Files.newBufferedReader(file)) {
                    bundle.load(reader);
                }
                bundle.forEach((key, text) -> texts.put(
                        file.endsWith("console.properties") ? key + " (console)" : key.toString(), text.toString()));
            }
        }
        for (DatasetNote.Kind kind : DatasetNote.Kind.values()) {
            texts.put(kind + " (1)", new DatasetNote(kind, Collections.nCopies(MOST_PLACES, "1")).describe());
        }
        return texts;
    }

    private static boolean isEnglish(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".properties") && !name.endsWith("_ja.properties") && !name.equals("version.properties");
    }
}
