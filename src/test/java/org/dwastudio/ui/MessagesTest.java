package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dwastudio.config.DatasetConfig.Color;
import org.dwastudio.config.network.ImageAugmentation;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.preset.SqueezePresets;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.TakesEffect;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.squeeze.SqueezeOptimizer;
import org.dwastudio.config.squeeze.SqueezeSettings;
import org.dwastudio.config.synthesis.Adjustment.Direction;
import org.dwastudio.config.synthesis.Augmentation.Kind;
import org.dwastudio.config.synthesis.Execution.Order;
import org.dwastudio.config.synthesis.Execution.Precision;
import org.dwastudio.config.synthesis.Initialization.StartImages;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisSettings;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.event.LossPart;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.run.history.RunState;
import org.dwastudio.stage.evaluation.result.ResultColumn;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.screen.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
    private static final Path SOURCES = Path.of("src/main/java/org/dwastudio/ui");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private final Messages english = Messages.in(Language.ENGLISH);
    private final Messages japanese = Messages.in(Language.JAPANESE);

    @Test
    void oneThingIsNamedInTheSingular() {
        Messages english = Messages.in(Language.ENGLISH);

        assertThat(english.format("history.count", 1, 1)).isEqualTo("1 of 1 run");
        assertThat(english.format("history.count", 0, 0)).isEqualTo("0 of 0 runs");
        assertThat(english.format("stage.export.done", 1)).isEqualTo("1 image");
        assertThat(english.format("stage.export.done", 100)).isEqualTo("100 images");
        assertThat(english.format("estimate.all", "1 s", 1L, "1 kB")).isEqualTo("Estimate: 1 s · 1 image, 1 kB");
        assertThat(english.format("grid.pending", 1)).isEqualTo("1 column from the next column on");
        assertThat(english.format("notice.exported", 1, "/out")).isEqualTo("1 image exported to /out");
        assertThat(english.format("notice.exported", 20, "/out")).isEqualTo("20 images exported to /out");
        assertThat(english.format("squeeze.trained.detail", 1, "60.0", "50.0"))
                .isEqualTo("1 epoch · test accuracy: best 60.0 %, last 50.0 %");
        assertThat(english.format("evaluation.contradiction", 2, 1)).startsWith("The warm-up (2 epochs) is longer");
        assertThat(english.format("relabel.notice.finished", 1, 1, "4 kB", "/run"))
                .isEqualTo("The soft labels are stored: 1 epoch, 4 kB, in /run");
        assertThat(english.format("evaluation.notice.finished", 1, 1, "/run"))
                .startsWith("The evaluation is finished: 1 student. ");
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(keys(japanese)).isEqualTo(keys(english));
    }

    @Test
    void bothLanguagesHaveTheSamePlaces() {
        assertThat(keys(english))
                .allSatisfy(key -> assertThat(places(japanese.get(key))).as(key).isEqualTo(places(english.get(key))));
    }

    @ParameterizedTest
    @EnumSource
    void noTextIsEmptyOrHoldsAnApostropheThatAFormatWouldSwallow(Language language) {
        Messages texts = Messages.in(language);
        assertThat(keys(texts))
                .allSatisfy(
                        key -> assertThat(texts.get(key)).as(key).isNotBlank().doesNotContain("'"));
    }

    @Test
    void everyJapaneseTextThatIsASentenceIsTranslated() {
        assertThat(keys(english))
                .filteredOn(key -> english.get(key).matches(".*[a-z]{3,} [a-z]{3,}.*"))
                .allSatisfy(key -> assertThat(japanese.get(key)).as(key).isNotEqualTo(english.get(key)));
    }

    @Test
    void everyKeyInTheSourcesIsInTheBundles() throws IOException {
        Set<String> sections =
                keys(english).stream().map(key -> key.replaceFirst("\\..*", "")).collect(Collectors.toSet());
        // Names of files and system properties, which look like keys.
        Set<String> others = Set.of("experiment.yaml", "preferences.properties", "user.home", "os.name", "studio.log");
        List<String> keysInSources = literals().stream()
                .filter(literal -> literal.matches("[a-z]+(\\.[a-zA-Z0-9]+)+"))
                .filter(literal -> sections.contains(literal.replaceFirst("\\..*", "")))
                .filter(literal -> !others.contains(literal))
                .filter(literal -> !isPrefix(literal))
                .filter(literal -> !keys(english).contains(literal + ".name"))
                .toList();
        assertThat(keysInSources).hasSizeGreaterThan(100).allSatisfy(key -> assertThat(keys(english))
                .contains(key));
    }

    @Test
    void everyKeyThatIsMadeFromAConstantIsInTheBundles() {
        List<String> made = new ArrayList<>();
        for (Parameter<SynthesisConfig> parameter : SynthesisSettings.parameters()) {
            made.add("parameter." + parameter.key() + ".name");
            made.add("parameter." + parameter.key() + ".help");
            made.add("group." + parameter.group());
        }
        SynthesisPresets.all().forEach(preset -> made.add("preset." + preset.key()));
        made.addAll(keysOf("legend.", TakesEffect.values()));
        made.addAll(keysOf("dataset.options.color.", Color.values()));
        made.addAll(keysOf("choice.direction.", Direction.values()));
        made.addAll(keysOf("choice.start.", StartImages.values()));
        made.addAll(keysOf("choice.augmentation.", Kind.values()));
        made.addAll(keysOf("choice.precision.", Precision.values()));
        made.addAll(keysOf("order.", Order.values()));
        made.addAll(keysOf("chart.loss.", LossPart.values()));
        for (ResultColumn column : ResultColumn.values()) {
            made.add("evaluation.column." + column.key() + ".help");
        }
        made.addAll(keysOf("history.state.", RunState.values()));
        for (Parameter<SqueezeConfig> parameter : SqueezeSettings.parameters()) {
            made.add("squeeze." + parameter.key() + ".name");
            made.add("squeeze." + parameter.key() + ".help");
        }
        SqueezePresets.all().forEach(preset -> made.add("squeeze.preset." + preset.key()));
        made.addAll(keysOf("squeeze.stem.", NetworkConfig.Stem.values()));
        made.addAll(keysOf("squeeze.schedule.", SqueezeOptimizer.Schedule.values()));
        made.addAll(keysOf("squeeze.crop.", ImageAugmentation.Crop.values()));
        new NetworkCatalog().offered().forEach(facts -> made.add("network." + facts.key()));
        for (String choice : List.of("direction", "start", "augmentation", "precision", "seed")) {
            made.add("choice." + choice + ".name");
            made.add("choice." + choice + ".help");
        }
        for (String option : List.of(
                "imageSize",
                "color",
                "fit",
                "whiteLevel",
                "classes",
                "maxPerClass",
                "skipUnreadable",
                "skipEmptyClasses",
                "testShare",
                "splitSeed",
                "heldOutShare",
                "scoredOn",
                "imbalance",
                "labelNoise",
                "labelNoiseKind",
                "corruption",
                "corruptionLevel",
                "normalization")) {
            made.add("dataset.options." + option);
            made.add("dataset.options." + option + ".help");
        }
        for (DatasetNote.Kind kind : DatasetNote.Kind.values()) {
            made.add("dataset.note." + kind.key());
        }
        assertThat(keys(english)).containsAll(made);
    }

    @Test
    void noViewHoldsWordsForTheUser() throws IOException {
        List<String> words = sources()
                .map(MessagesTest::withoutLogAndExceptions)
                .flatMap(MessagesTest::literalsIn)
                .filter(literal -> literal.replaceAll("%[.,\\d]*[a-z]", "")
                        .matches(".*(\\p{L}{2,}\\s+\\p{L}{2,}|(?<!\\p{L})\\p{Lu}\\p{Ll}{2,}|(?=\\P{ASCII})\\p{L}).*"))
                .toList();
        assertThat(words)
                .containsExactlyInAnyOrder(
                        // Threads, fonts, and the command line: no words of a language.
                        "QuantumRenderer", "Noto Sans CJK JP", "dwa-studio synthesize --config ");
    }

    private static boolean isPrefix(String literal) {
        return literal.startsWith("choice.")
                && literal.chars().filter(c -> c == '.').count() == 1;
    }

    private static List<String> keysOf(String prefix, Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> prefix + constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Set<String> keys(Messages texts) {
        return new TreeSet<>(texts.bundle().keySet());
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> literals() throws IOException {
        return sources().flatMap(MessagesTest::literalsIn).toList();
    }

    private static Stream<String> literalsIn(String source) {
        return LITERAL.matcher(source).results().map(found -> found.group(1));
    }

    private static String withoutLogAndExceptions(String source) {
        return source.replaceAll(
                "(?s)(LOG\\.\\w+\\(|requireNonNull\\(|new \\w*Exception\\(|@SuppressWarnings\\()[^;]*;", "");
    }

    private static Stream<String> sources() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                texts.add(COMMENT.matcher(Files.readString(file)).replaceAll(""));
            }
        }
        return texts.stream();
    }
}
