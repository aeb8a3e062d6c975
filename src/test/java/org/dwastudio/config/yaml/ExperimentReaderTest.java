package org.dwastudio.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.ConfigProblem;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.Augmentation;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentReaderTest {
    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# nothing but a comment\n", "---\n", "synthesis:\nsqueeze:\ntuning:\n", "{}"})
    void nothingSaidIsTheDemonstration(String text) throws ConfigException {
        assertThat(ExperimentReader.parse(text, "e.yaml")).isEqualTo(SynthesisPresets.demonstration());
    }

    @Test
    void anUnknownKeyIsRefusedWithItsPlaceAndTheKnownKeys() {
        assertThat(problemsOf("name: a\nsynthesis:\n  rho: 0.02\n  power: 0.02\n"))
                .containsExactly(
                        new ConfigProblem(
                                "e.yaml:4",
                                "synthesis.power",
                                "unknown key; known here are rho, ascentSteps, imagesPerClass, iterations, learningRate, jitter,"
                                        + " batchNormWeight, varianceWeight, firstLayerMultiplier, regressionWeight,"
                                        + " regressionStudents, studentSteps, studentWidth, regressionImages, ridge, batchSize,"
                                        + " adamBeta1, adamBeta2, adamEpsilon, direction, view, start, startFile, order, precision, ipcStart, ipcEnd"));
    }

    @ParameterizedTest
    @CsvSource({
        "color: gray, GRAY",
        "color: color, COLOR",
        "color: as-stored, AS_STORED",
        "colour: grey, GRAY",
        "colour: colour, COLOR",
        "colour: as-stored, AS_STORED",
        "colour: gray, GRAY"
    })
    void colorsAreReadInBothSpellings(String line, DatasetConfig.Color expected) throws ConfigException {
        assertThat(ExperimentReader.parse("dataset:\n  " + line + "\n", "e.yaml")
                        .dataset()
                        .color())
                .isEqualTo(expected);
    }

    @Test
    void twoSpellingsOfOneKeyAreRefused() {
        assertThat(problemsOf("dataset:\n  color: gray\n  colour: grey\n"))
                .containsExactly(new ConfigProblem(
                        "e.yaml:3", "dataset.colour", "is the former name of color, which is set too; remove one"));
    }

    @ParameterizedTest
    @CsvSource({"color, dataset.colour", "colour, dataset.color"})
    void anOverrideReplacesTheOtherSpelling(String key, String override) throws ConfigException {
        assertThat(ExperimentReader.parse("dataset:\n  " + key + ": as-stored\n", "e.yaml", Map.of(override, "gray"))
                        .dataset()
                        .color())
                .isEqualTo(DatasetConfig.Color.GRAY);
    }

    @Test
    void aWrongValueOfTheFormerKeyIsRefusedWithTheCurrentValues() {
        assertThat(problemsOf("dataset:\n  colour: blue\n"))
                .containsExactly(
                        new ConfigProblem("e.yaml:2", "dataset.colour", "'blue' is not one of as-stored, gray, color"));
    }

    @Test
    void anUnknownBlockIsRefused() {
        assertThat(problemsOf("seed: 1\ndistillation:\n  epochs: 3\n"))
                .containsExactly(new ConfigProblem(
                        "e.yaml:3",
                        "distillation",
                        "unknown key; known here are format, name, seed, dataset, teacher, squeeze, synthesis,"
                                + " evaluation, tuning"));
    }

    @ParameterizedTest
    @CsvSource({
        "rho, 0.6, 0.6 is outside the allowed range 0 to 0.5",
        "rho, -0.1, -0.1 is outside the allowed range 0 to 0.5",
        "rho, .nan, '''.nan'' is not a number; allowed are 0 to 0.5'",
        "rho, NaN, '''NaN'' is not a number; allowed are 0 to 0.5'",
        "rho, 0.015d, '''0.015d'' is not a number; allowed are 0 to 0.5'",
        "rho, 0x1p-4, '''0x1p-4'' is not a number; allowed are 0 to 0.5'",
        "rho, large, '''large'' is not a number; allowed are 0 to 0.5'",
        "rho, [1], must be a single value",
        "ascentSteps, 0, 0 is outside the allowed range 1 to 50 (whole numbers)",
        "ascentSteps, 2.5, 2.5 is not a whole number; allowed are 1 to 50 (whole numbers)",
        "adamEpsilon, 1, 1 is outside the allowed range 1e-12 to 0.01",
        "start, mosaic, '''mosaic'' is not one of real, medoid, noise, tensor'",
        "order, COLUMN_BY_COLUMN, '''COLUMN_BY_COLUMN'' is not one of column-by-column, all-at-once'",
    })
    void aValueThatIsNotAllowedIsRefusedWithWhatIs(String key, String value, String message) {
        assertThat(problemsOf("synthesis:\n  jitter: 2\n  " + key + ": " + value + "\n"))
                .containsExactly(new ConfigProblem("e.yaml:3", "synthesis." + key, message));
    }

    @ParameterizedTest
    @MethodSource("org.dwastudio.config.synthesis.SynthesisSettings#parameters")
    void theEndsOfEveryRangeAreAllowedAndWhatLiesBeyondIsNot(Parameter<SynthesisConfig> parameter)
            throws ConfigException {
        ParameterRange range = parameter.range();

        for (double end : new double[] {range.min(), range.max()}) {
            SynthesisConfig read = ExperimentReader.parse("synthesis: {" + parameter.key() + ": " + end + "}", "e.yaml")
                    .synthesis();
            assertThat(parameter.in(read)).isEqualTo(end);
        }
        assertThat(problemsOf("synthesis: {" + parameter.key() + ": " + (range.max() * 2) + "}"))
                .singleElement()
                .extracting(ConfigProblem::message)
                .asString()
                .endsWith("is outside the allowed range " + range.describe());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "seed: 1.5 | seed | '1.5' is not a whole number",
                "squeeze: {horizontalFlip: maybe} | squeeze.horizontalFlip | 'maybe' is neither true nor false",
                "squeeze: {epochs: 0} | squeeze.epochs | 0 is outside the allowed range 1 to 10000 (whole numbers)",
                "squeeze: {stem: large} | squeeze.stem | 'large' is not one of small, imagenet",
                "format: 2 | format | 2 is that of a newer version of this program; this version knows formats up to 1. Please open it with the version that wrote it",
                "synthesis: 3 | synthesis | must be a block of settings",
                "dataset: [1] | dataset | must be a block of settings",
                "tuning: 3 | tuning | must be a list",
                "tuning: [3] | tuning | every item must be a block of settings",
            })
    void otherValuesThatAreNotAllowedAreRefused(String text, String key, String message) {
        assertThat(problemsOf(text)).containsExactly(new ConfigProblem("e.yaml:1", key, message));
    }

    @Test
    void aNetworkOfTwoChannelsIsRefused() {
        assertThat(problemsOf("teacher:\n  weights: a.npz\n  network:\n    channels: 2\n"))
                .containsExactly(new ConfigProblem(
                        "e.yaml:4",
                        "teacher.network.channels",
                        "2 is not possible; allowed are 1 (gray) and 3 (color)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ipcStart: 10 | synthesis.ipcStart | column 10 does not exist; imagesPerClass is 10, so columns are 0"
                        + " to 9",
                "ipcEnd: 11 | synthesis.ipcEnd | 11 lies behind the last column; imagesPerClass is 10 (0 goes to the"
                        + " end)",
                "ipcStart: -1 | synthesis.ipcStart | -1 is outside the allowed range 0 to 1000 (whole numbers)"
            })
    void aPartOfARunHasOnlyColumnsOfTheRun(String line, String key, String message) {
        assertThat(problemsOf("synthesis:\n  imagesPerClass: 10\n  " + line + "\n"))
                .containsExactly(new ConfigProblem("e.yaml:3", key, message));
    }

    @Test
    void aPartOfARunHasAtLeastOneColumn() {
        assertThat(problemsOf("synthesis:\n  ipcStart: 4\n  ipcEnd: 4\n"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message().english())
                        .isEqualTo("4 must be above ipcStart, 4: it is the column before which the part ends"
                                + " (0 goes to the end)"));
    }

    @Test
    void aPartMayHoldColumnsThatATuningChangeAdded() throws ConfigException {
        Experiment experiment = ExperimentReader.parse("""
                synthesis: {imagesPerClass: 2, ipcStart: 2, ipcEnd: 4}
                tuning:
                - {column: 1, iteration: 0, parameter: imagesPerClass, from: 2, to: 4}
                """, "e.yaml");

        assertThat(experiment.synthesis().columns().start()).isEqualTo(2);
        assertThat(experiment.synthesis().columns().end()).isEqualTo(4);
    }

    @Test
    void aTensorStartNeedsItsFile() throws ConfigException {
        assertThat(problemsOf("synthesis:\n  start: tensor\n"))
                .singleElement()
                .extracting(ConfigProblem::key, problem -> problem.message().english())
                .containsExactly("synthesis.startFile", "must name the tensor file when start is tensor");

        assertThat(ExperimentReader.parse("synthesis: {start: tensor, startFile: a/b.npz}", "e.yaml")
                        .synthesis()
                        .initialization()
                        .file())
                .contains(Path.of("a/b.npz"));
    }

    @Test
    void allProblemsAreToldAtOnce() {
        ConfigException exception = exceptionOf("""
                seed: soon
                squeeze:
                  momentum: 2
                synthesis:
                  rho: 7
                  speed: 3
                """);

        assertThat(exception).hasMessageStartingWith("""
                        e.yaml:1: seed: 'soon' is not a whole number
                        e.yaml:3: squeeze.momentum: 2 is outside the allowed range 0 to 0.9999
                        e.yaml:5: synthesis.rho: 7 is outside the allowed range 0 to 0.5
                        e.yaml:6: synthesis.speed: unknown key; known here are rho,""");
        assertThat(exception.problems()).hasSize(4);
    }

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
            assertThat(problem.message().english()).startsWith("not valid YAML: ").doesNotContain("\n");
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
    void aMissingFileIsNamed() {
        Path file = temp.resolve("gone.yaml");

        assertThat(catchThrowableOfType(ConfigException.class, () -> ExperimentReader.read(file)))
                .hasMessage(file + ": there is no such file");
    }

    @Test
    void aFolderOrAFileInAnotherEncodingIsRefusedInWords() throws IOException {
        Path file = Files.write(temp.resolve("latin.yaml"), "name: Stück".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(catchThrowableOfType(ConfigException.class, () -> ExperimentReader.read(file)))
                .hasMessageStartingWith(file + ": is not UTF-8 text; save it as UTF-8");
        assertThat(catchThrowableOfType(ConfigException.class, () -> ExperimentReader.read(temp)))
                .hasMessageStartingWith(temp + ": ");
    }

    @Test
    void overridesReplaceWhatTheFileSays() throws IOException, ConfigException {
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
                "synthesis.speed | 7 | --set synthesis.speed=7 | unknown key; known here are rho",
                "wattage | 7 | --set wattage=7 | unknown key; known here are format, name, seed",
                "synthesis.imagePerClass | 7 | --set synthesis.imagePerClass=7 | unknown key; did you mean imagesPerClass?",
                "stages.rho | 7 | --set stages.rho=7 | unknown key; known here are format, name, seed",
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

    @Test
    void tuningChangesAreReadInTheirOrder() throws ConfigException {
        Experiment experiment = ExperimentReader.parse("""
                tuning:
                  - {column: 1, iteration: 20, parameter: rho, from: 0.015, to: 0.1}
                  - {column: 0, iteration: 5, parameter: jitter, from: 4, to: 2}
                """, "e.yaml");

        assertThat(experiment.tuning())
                .containsExactly(
                        new TuningChange(1, 20, Adjustment.RHO, 0.015, 0.1),
                        new TuningChange(0, 5, Augmentation.JITTER, 4, 2));
    }

    @Test
    void tuningChangesAreHeldToTheRangesOfTheirParameters() {
        assertThat(problemsOf("""
                        tuning:
                          - {column: 0, iteration: 0, parameter: rho, from: 0.1, to: 9}
                          - {column: -1, iteration: 0, parameter: rho, from: 0.1, to: 0.2}
                          - {column: 0, iteration: 0, parameter: speed, from: 1, to: 2}
                          - {column: 0, iteration: 0, parameter: rho, from: 0.1, to: 0.2, why: mood}
                        """))
                .extracting(ConfigProblem::place, ConfigProblem::key)
                .containsExactly(
                        tuple("e.yaml:2", "tuning[0].to"),
                        tuple("e.yaml:3", "tuning[1].column"),
                        tuple("e.yaml:4", "tuning[2].parameter"),
                        tuple("e.yaml:5", "tuning[3].why"));
    }

    @Test
    void aTuningChangeMustSayAllOfItself() {
        assertThat(problemsOf("tuning:\n  - {column: 3, parameter: rho, from: 0.1}\n"))
                .containsExactly(
                        new ConfigProblem("e.yaml:2", "tuning[0].iteration", "is missing"),
                        new ConfigProblem("e.yaml:2", "tuning[0].to", "is missing"));
    }

    @Test
    void aTuningChangeOfAnUnknownParameterIsToldTheKnownOnes() {
        assertThat(problemsOf("tuning:\n  - {column: 3, iteration: 1, parameter: speed, from: 0.1, to: 1}\n"))
                .singleElement()
                .extracting(ConfigProblem::message)
                .asString()
                .startsWith("'speed' is not one of rho, ascentSteps, ");
    }

    @Test
    void anEmptyTextIsRefusedRatherThanTakenForTheDefault() {
        assertThat(problemsOf("teacher:\n  weights: ''\n"))
                .containsExactly(new ConfigProblem(
                        "e.yaml:2", "teacher.weights", "is empty; write a value or leave the key out"));
    }

    @Test
    void aPathThatNoFileSystemTakesIsRefused() {
        assertThat(problemsOf("synthesis:\n  startFile: \"a\\0b\"\n"))
                .singleElement()
                .extracting(ConfigProblem::key)
                .isEqualTo("synthesis.startFile");
    }

    @Test
    void textThatLooksLikeANumberOrATruthValueStaysText() throws ConfigException {
        assertThat(ExperimentReader.parse("name: 007", "e.yaml").name()).isEqualTo("007");
        assertThat(ExperimentReader.parse("name: yes", "e.yaml").name()).isEqualTo("yes");
        assertThat(ExperimentReader.parse("teacher: {weights: null}", "e.yaml").teacher())
                .isEqualTo(new TeacherConfig(TeacherConfig.BUNDLED, Optional.empty()));
    }

    private static List<ConfigProblem> problemsOf(String text) {
        return exceptionOf(text).problems();
    }

    private static ConfigException exceptionOf(String text) {
        return catchThrowableOfType(ConfigException.class, () -> ExperimentReader.parse(text, "e.yaml"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: &n bundled\ndataset:\n  source: *n\n",
                "dataset: &d {source: a}\nteacher: *d\n",
                "tuning: [&t {}, *t]\n"
            })
    void anchorsAndAliasesAreRefused(String text) {
        assertThat(problemsOf(text)).singleElement().satisfies(problem -> assertThat(problem.message().english())
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
