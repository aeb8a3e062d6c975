package org.dwastudio.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.dwastudio.config.yaml.ReadingProblems.problemsOf;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.ConfigProblem;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is not YAML of one experiment, and values set on top of a file. */
class ExperimentTextTest {
    @TempDir
    private Path temp;

    @Test
    void aKeyWrittenTwiceIsRefusedWithItsLine() {
        assertThat(problemsOf("synthesis:\n  rho: 0.1\n  rho: 0.2\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.place()).isEqualTo("e.yaml:3");
                    assertThat(problem.message().english()).contains("Duplicate field 'rho'");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'name: a\nsynthesis: [1, 2\nseed: 3\n' | 3",
                "'name: a\n\tseed: 3\n' | 2",
                "'name: a\nseed: 1\n  jitter: 3\n' | 3",
                "'name: \"never closed\n' | 2",
            })
    void brokenYamlIsRefusedWithItsLine(String text, int line) {
        assertThat(problemsOf(text)).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo("e.yaml:" + line);
            assertThat(problem.message().english())
                    .startsWith("not valid YAML: ")
                    .doesNotContain("\n");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"- 1\n- 2\n", "just words\n", "42"})
    void aFileThatIsNoBlockOfSettingsIsRefused(String text) {
        assertThat(problemsOf(text))
                .containsExactly(new ConfigProblem("e.yaml:1", "", "an experiment is a block of settings, key: value"));
    }

    @Test
    void aSecondDocumentInTheFileIsRefused() {
        assertThat(problemsOf("seed: 1\n---\nseed: 2\n"))
                .singleElement()
                .extracting(ConfigProblem::place, problem -> problem.message().english())
                .containsExactly("e.yaml:3", "a second document begins here; an experiment is one");
    }

    @Test
    void ofThousandsOfProblemsTheMessageListsTwenty() {
        String text =
                IntStream.range(0, 3_000).mapToObj(i -> "key" + i + ": 1\n").collect(Collectors.joining());

        ConfigException exception = ReadingProblems.exceptionOf(text);

        assertThat(exception.problems()).hasSize(3_000);
        assertThat(exception.getMessage().lines()).hasSize(21).last().isEqualTo("… and 2980 more problems");
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = temp.resolve("gone.yaml");

        assertThat(catchThrowableOfType(ConfigException.class, () -> ExperimentReader.read(file)))
                .hasMessage(file + ": there is no such file");
    }

    @Test
    void aFolderOrAFileInAnotherEncodingIsRefusedWithAMessage() throws IOException {
        Path file = Files.write(temp.resolve("latin.yaml"), "name: Stück".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(catchThrowableOfType(ConfigException.class, () -> ExperimentReader.read(file)))
                .hasMessageStartingWith(file + ": the file is not UTF-8 text; save it as UTF-8");
        assertThat(catchThrowableOfType(ConfigException.class, () -> ExperimentReader.read(temp)))
                .hasMessageStartingWith(temp + ": ");
    }

    @Test
    void overridesReplaceValuesOfTheFile() throws IOException, ConfigException {
        Path file = Files.writeString(temp.resolve("e.yaml"), "synthesis: {rho: 0.1, jitter: 2}\n");
        Map<String, String> overrides = new LinkedHashMap<>();
        overrides.put("synthesis.rho", "0.2");
        overrides.put("squeeze.epochs", "3");
        overrides.put("seed", "7");

        Experiment experiment = ExperimentReader.read(file, overrides);

        assertThat(experiment.synthesis())
                .isEqualTo(SynthesisConfig.paper()
                        .withAdjustment(adjustment -> adjustment.withRho(0.2))
                        .withAugmentation(augmentation -> augmentation.withJitter(2))
                        .withIterations(300));
        assertThat(experiment.squeeze().epochs()).isEqualTo(3);
        assertThat(experiment.seed()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "synthesis.rho | 7 | --set synthesis.rho=7 | 7 is outside the allowed range 0 to 0.5",
                "synthesis.speed | 7 | --set synthesis.speed=7 | unknown key; allowed keys: method",
                "wattage | 7 | --set wattage=7 | unknown key; allowed keys: format, name, seed",
                "synthesis.imagePerClass | 7 | --set synthesis.imagePerClass=7 | unknown key; did you mean imagesPerClass?",
                "stages.rho | 7 | --set stages.rho=7 | unknown key; allowed keys: format, name, seed",
                "synthesis | 7 | --set synthesis=7 | must be a block of settings",
                "seed.rho | 7 | --set seed.rho=7 | must be a single value",
            })
    void overridesAreHeldToTheSameRules(String key, String value, String place, String message) throws IOException {
        Path file = Files.writeString(temp.resolve("e.yaml"), "seed: 1\nsynthesis:\n  rho: 0.1\n");

        ConfigException exception =
                catchThrowableOfType(ConfigException.class, () -> ExperimentReader.read(file, Map.of(key, value)));

        assertThat(exception.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo(place);
            assertThat(problem.message().english()).startsWith(message);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: &n bundled\ndataset:\n  source: *n\n",
                "dataset: &d {source: a}\nteacher: *d\n",
                "tuning: [&t {}, *t]\n"
            })
    void anchorsAndAliasesAreRefused(String text) {
        assertThat(problemsOf(text)).singleElement().satisfies(problem -> assertThat(
                        problem.message().english())
                .isEqualTo("anchors (&name) and aliases (*name) are not supported; write the value itself"));
    }

    @Test
    void aTextOfMillionsOfCharactersIsRejectedBeforeItIsParsed() throws IOException {
        String text = "name: \"" + "a".repeat(2_000_000) + "\"\n";

        assertThatThrownBy(() -> ExperimentReader.parse(text, "manifest.json, experiment"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("manifest.json, experiment: has 2,000,009 characters; an experiment has at most"
                        + " 2,000,000. Is it the right file?");
        Path file = temp.resolve("large.yaml");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(50_000_000);
        }
        assertThatThrownBy(() -> ExperimentReader.read(file))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(file + ": it has 50 MB; at most 16 MB are allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \n", "# name: a\n"})
    void aFileWithoutSettingsIsEmpty(String text) throws IOException {
        Path file = Files.writeString(temp.resolve("empty.yaml"), text);

        assertThat(catchThrowableOfType(ConfigException.class, () -> ExperimentReader.read(file)))
                .hasMessageContaining("empty.yaml: is empty");
    }

    @Test
    void aFolderIsNoExperiment() {
        assertThat(catchThrowableOfType(ConfigException.class, () -> ExperimentReader.read(temp)))
                .hasMessageContaining("it is a folder, not a file");
    }
}
