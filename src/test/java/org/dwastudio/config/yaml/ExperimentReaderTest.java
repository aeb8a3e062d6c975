package org.dwastudio.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dwastudio.config.yaml.ReadingProblems.exceptionOf;
import static org.dwastudio.config.yaml.ReadingProblems.problemsOf;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.ConfigProblem;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentReaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# nothing but a comment\n", "---\n", "synthesis:\nsqueeze:\ntuning:\n", "{}"})
    void withoutAnExperimentTheDemonstrationRuns(String text) throws ConfigException {
        assertThat(ExperimentReader.parse(text, "e.yaml")).isEqualTo(SynthesisPresets.demonstration());
    }

    @Test
    void anUnknownKeyIsRefusedWithItsPlaceAndTheKnownKeys() {
        assertThat(problemsOf("name: a\nsynthesis:\n  rho: 0.02\n  power: 0.02\n"))
                .containsExactly(new ConfigProblem(
                        "e.yaml:4",
                        "synthesis.power",
                        "unknown key; allowed keys: method, rho, crossEntropyFactor, ascentSteps, imagesPerClass, iterations,"
                                + " learningRate, jitter,"
                                + " batchNormWeight, varianceWeight, firstLayerMultiplier, regressionWeight,"
                                + " matchingRate, matchingMomentum, matchingImages, matchingWidth, startCandidates, mosaicCrops, mosaicGrid,"
                                + " regressionStudents, studentSteps, studentWidth, regressionImages, ridge, repulsionWeight, batchSize,"
                                + " adamBeta1, adamBeta2, adamEpsilon, snapshotMegabytes, direction, matchingFlip, augmentation, start, startFile,"
                                + " order, parallelColumns, precision, ipcStart, ipcEnd"));
    }

    @ParameterizedTest
    @CsvSource({
        "ipcStart: 1, ipcStart, 'must be 0 with distribution matching, which moves all columns together'",
        "ipcEnd: 2, ipcEnd, 'must be 0 or at least imagesPerClass (3) with distribution matching, which moves all columns together'"
    })
    void aPartOfADistributionMatchingIsRefused(String line, String key, String message) throws ConfigException {
        String matching = "synthesis:\n  method: distribution-matching\n  imagesPerClass: 3\n  ";

        assertThat(problemsOf(matching + line + "\n"))
                .containsExactly(new ConfigProblem("e.yaml:4", "synthesis." + key, message));
        assertThat(ExperimentReader.parse(matching + "ipcEnd: 3\n", "e.yaml")
                        .synthesis()
                        .matching()
                        .isOn())
                .isTrue();
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
                        "unknown key; allowed keys: format, name, seed, dataset, teacher, squeeze, synthesis,"
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
        "crossEntropyFactor, 0.5, 0.5 is outside the allowed range 1 to 100",
        "ascentSteps, 0, 0 is outside the allowed range 1 to 50 (whole numbers)",
        "ascentSteps, 2.5, 2.5 is not a whole number; allowed are 1 to 50 (whole numbers)",
        "adamEpsilon, 1, 1 is outside the allowed range 1e-12 to 0.01",
        "start, collage, '''collage'' is not one of real, medoid, noise, tensor, surest, mosaic'",
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
                "tuning: [null] | tuning | every item must be a block of settings",
                "dataset: {heldOutShare: 0.6} | dataset.heldOutShare | 0.6 is outside the allowed range 0 to 0.5",
                "dataset: {scoredOn: held-out} | dataset.scoredOn | held-out needs held-out images, but heldOutShare is 0; allowed are test, or a heldOutShare above 0",
                "dataset: {imbalance: 0.5} | dataset.imbalance | 0.5 is outside the allowed range 1 to 1000",
                "dataset: {labelNoise: 1} | dataset.labelNoise | 1 is outside the allowed range 0 to 0.9",
                "dataset: {labelNoiseKind: other} | dataset.labelNoiseKind | 'other' is not one of symmetric, neighbor",
                "dataset: {corruption: fog} | dataset.corruption | 'fog' is not one of none, blur, noise, jpeg",
                "dataset: {corruptionLevel: 6} | dataset.corruptionLevel | 6 is outside the allowed range 1 to 5 (whole numbers)",
                "dataset: {classes: [null]} | dataset.classes | every item must be a name",
                "dataset: {normalization: {mean: [1], std: [0.5, null]}} | dataset.normalization.std | every item must be a number",
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
    void allProblemsAreReportedAtOnce() {
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
                        e.yaml:6: synthesis.speed: unknown key; allowed keys: method,""");
        assertThat(exception.problems()).hasSize(4);
    }

    @Test
    void anEmptyTextIsRefusedRatherThanTakenForTheDefault() {
        assertThat(problemsOf("teacher:\n  weights: ''\n"))
                .containsExactly(new ConfigProblem(
                        "e.yaml:2", "teacher.weights", "is empty; write a value or leave the key out"));
    }

    @Test
    void anEmptyTextTakesBackTheWeightsToStartFrom() throws ConfigException {
        String text = "squeeze:\n  startFrom: a.safetensors\n";

        assertThat(ExperimentReader.parse(text, "e.yaml").squeeze().startFrom()).isEqualTo("a.safetensors");
        assertThat(ExperimentReader.parse(text, "e.yaml", Map.of("squeeze.startFrom", ""))
                        .squeeze()
                        .startFrom())
                .isEmpty();
        String empty = "squeeze:\n  startFrom: ''\n";
        assertThat(ExperimentReader.parse(empty, "e.yaml").squeeze().startFrom())
                .isEmpty();
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
}
