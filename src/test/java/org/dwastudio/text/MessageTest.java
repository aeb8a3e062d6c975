package org.dwastudio.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessageTest {
    private static final Path SOURCES = Path.of("src/main/java/org/dwastudio");
    private static final Path RESOURCES = Path.of("src/main/resources/org/dwastudio");
    private static final Path BUNDLES = RESOURCES.resolve("text");
    private static final Pattern PLACE = Pattern.compile("\\{\\d(?=[},])");
    /** Words that only the command line knows: its options, commands and setting keys, and their placeholders. */
    private static final Pattern CONSOLE_WORDS =
            Pattern.compile("--\\w|\\b(?:dwa-studio|import-weights|check-dataset|ipcStart"
                    + "|class-folders|hugging-face|batchSize)\\b|\\b(?:dataset|evaluation|squeeze|synthesis|teacher)\\.[a-z]\\w+"
                    + "|\\brun relabel\\b|\\b(?:evaluate|relabel) resumes|\\b(?:RUN_FOLDER|FOLDER)\\b");

    private static final Pattern CREATED = Pattern.compile("Message\\.of\\(\\s*\"([a-z]\\w*\\.\\w+)\"\\s*([,)])");

    private final Properties english = bundle("failures.properties");
    private final Properties japanese = bundle("failures_ja.properties");
    private final Properties console = bundle("console.properties");

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaces() {
        assertThat(japanese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(places(japanese, key)).as(key).isEqualTo(places(english, key)));
    }

    @Test
    void theWindowShowsNoWordsOfTheCommandLine() throws IOException {
        for (String name : List.of(
                "text/failures.properties",
                "text/failures_ja.properties",
                "ui/messages.properties",
                "ui/messages_ja.properties",
                "report/report.properties",
                "report/report_ja.properties")) {
            // Problems of an experiment file name its keys, whoever shows them.
            List<String> lines = Files.readAllLines(RESOURCES.resolve(name)).stream()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("config."))
                    .toList();
            assertThat(lines).as(name).hasSizeGreaterThan(100);
            assertThat(lines)
                    .as(name)
                    .filteredOn(line -> CONSOLE_WORDS
                            .matcher(line.replaceFirst("^[^=]*=", ""))
                            .find())
                    .isEmpty();
        }
    }

    @Test
    void theCommandLineHasWordsOfItsOwnWhereTheyDiffer() {
        assertThat(console.stringPropertyNames()).hasSizeGreaterThan(20).isSubsetOf(english.stringPropertyNames());
        assertThat(console.stringPropertyNames()).allSatisfy(key -> {
            assertThat(console.getProperty(key)).as(key).containsPattern(CONSOLE_WORDS);
            assertThat(places(console, key)).as(key).isEqualTo(places(english, key));
        });
    }

    @Test
    void aMessageNamesOptionsOnTheCommandLineAndStagesInTheWindow() {
        Message message = Message.of("run.problem", "/run", Message.of("run.softLabels", 0, 1));

        assertThat(message.english())
                .isEqualTo("/run: holds stored soft labels of 0 of the 1 epoch that this recipe asks for. Please run"
                        + " relabel with the same settings first, or set evaluation.softLabels to online");
        assertThat(message.in(Locale.ENGLISH))
                .isEqualTo("/run: holds stored soft labels of 0 of the 1 epoch that this recipe asks for. Please run"
                        + " the Relabel stage with the same settings first, or choose soft labels that are computed on"
                        + " the fly");
        assertThat(message.in(Locale.JAPANESE)).contains("「その都度計算」を選択してください");
    }

    @Test
    void everySentenceIsTranslated() {
        assertThat(english.stringPropertyNames())
                .filteredOn(key -> english.getProperty(key).matches(".*[a-z]{3,} [a-z]{3,}.*"))
                .hasSizeGreaterThan(200)
                .allSatisfy(key -> assertThat(japanese.getProperty(key)).as(key).containsPattern("[\\u3041-\\u9fff]"));
    }

    @Test
    void placesAreNumberedFromZeroWithoutGaps() {
        assertThat(english.stringPropertyNames()).allSatisfy(key -> {
            int places = places(english, key).size();
            assertThat(places(english, key)).as(key).allMatch(place -> place.charAt(1) - '0' < places);
        });
    }

    @Test
    void everyKeyOfTheSourcesIsInTheBundlesAndTheOtherWayRound() throws IOException {
        String sources = sources();
        Set<String> created = new TreeSet<>();
        Matcher message = CREATED.matcher(sources);
        while (message.find()) {
            created.add(message.group(1));
            boolean arguments = message.group(2).equals(",");
            assertThat(places(english, message.group(1)).isEmpty())
                    .as(message.group(1))
                    .isEqualTo(!arguments);
        }

        assertThat(created).hasSizeGreaterThan(200);
        assertThat(english.stringPropertyNames()).containsAll(created).allSatisfy(key -> assertThat(sources)
                .contains('"' + key + '"'));
    }

    @Test
    void aMessageIsRenderedInBothLanguagesWithTheMessagesInIt() {
        Message message = Message.of("range.outside", 7, Message.of("range.whole", 1, 5));

        assertThat(message.english()).isEqualTo("7 is outside the allowed range 1 to 5 (whole numbers)");
        assertThat(message).hasToString(message.english());
        assertThat(message.in(Locale.ENGLISH)).isEqualTo(message.english());
        assertThat(message.in(Locale.JAPANESE)).isEqualTo("7 は範囲外です。有効範囲: 1〜5(整数)");
        assertThat(message.in(Locale.FRENCH)).isEqualTo(message.english());
    }

    @Test
    void valuesAreShownAsTheyAre() {
        assertThat(Message.of("config.unreadable", "{0} $1 \\ 'x'").english())
                .isEqualTo("cannot be read: {0} $1 \\ 'x'");
        assertThat(Message.literal("{0}").in(Locale.JAPANESE)).isEqualTo("{0}");
        assertThat(Message.lines(List.of(Message.literal("a"), Message.of("file.empty")))
                        .in(Locale.JAPANESE))
                .isEqualTo("a\nファイルが空です");
    }

    @Test
    void controlCharactersOfValuesAreEscapedAndLongValuesCut() {
        assertThat(Message.of("config.unreadable", "a\u001b[31m\nb").in(Locale.JAPANESE))
                .isEqualTo("読み込めません: a\\u001b[31m\\nb");
        assertThat(Message.literal("a\u001b[31m\nb").english()).isEqualTo("a\\u001b[31m\nb");
        assertThat(Message.of("config.unreadable", "a".repeat(100_000)).english())
                .hasSizeLessThan(2_100)
                .contains("…");
        assertThat(Message.literal("a\n".repeat(100_000)).english()).hasSizeLessThan(2_100);
    }

    @Test
    void messagesAreEqualIfTheyReadTheSame() {
        assertThat(Message.of("file.empty"))
                .isEqualTo(Message.literal("the file is empty"))
                .hasSameHashCodeAs(Message.literal("the file is empty"))
                .isNotEqualTo(Message.literal("the file"));
    }

    @Test
    void failuresKeepTheirEnglishTextAsMessage() {
        IOException described = new DescribedIOException(Message.of("file.empty"));

        assertThat(described).hasMessage("the file is empty");
        assertThat(FailureCause.reason(described).in(Locale.JAPANESE)).isEqualTo("ファイルが空です");
        assertThat(FailureCause.reason(new IOException("other")).in(Locale.JAPANESE))
                .isEqualTo("other");
    }

    private static Set<String> places(Properties texts, String key) {
        return PLACE.matcher(texts.getProperty(key, ""))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties bundle(String name) {
        Properties texts = new Properties();
        try (var reader = Files.newBufferedReader(BUNDLES.resolve(name))) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                all.append(Files.readString(file)).append('\n');
            }
        }
        return all.toString();
    }
}
