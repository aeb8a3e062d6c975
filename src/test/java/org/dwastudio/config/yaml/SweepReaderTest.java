package org.dwastudio.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.ConfigProblem;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.setting.ParameterRange.Scale;
import org.dwastudio.config.sweep.Objective;
import org.dwastudio.config.sweep.SearchStrategy;
import org.dwastudio.config.sweep.SweepConfig;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.config.sweep.SweptRange;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepReaderTest {
    private static final String WHOLE = """
            name: radius
            synthesis:
              iterations: 20
            sweep:
              strategy: sobol
              trials: 8
              seeds: 2
              objective: hard
              heldOutShare: 0.2
              parameters:
                - key: synthesis.rho
                  from: 0.005
                  to: 0.2
                  steps: 4
                  scale: log
                - key: synthesis.ascentSteps
                  values: [6, 12, 24]
            """;

    @Test
    void everySettingOfTheBlockIsRead() throws ConfigException {
        SweepFile file = SweepReader.parse(WHOLE, "radius.yaml");

        assertThat(file.experiment().name()).isEqualTo("radius");
        assertThat(file.experiment().synthesis().iterations()).isEqualTo(20);
        assertThat(file.sweep())
                .isEqualTo(new SweepConfig(
                        SearchStrategy.SOBOL,
                        8,
                        2,
                        Objective.HARD,
                        0.2,
                        List.of(
                                new SweptParameter(
                                        "synthesis.rho",
                                        List.of(),
                                        Optional.of(new SweptRange(0.005, 0.2, 4, Scale.LOGARITHMIC)),
                                        false),
                                new SweptParameter(
                                        "synthesis.ascentSteps", List.of("6", "12", "24"), Optional.empty(), true))));
    }

    @Test
    void whatIsWrittenIsReadBack() throws ConfigException, IOException {
        SweepFile file = SweepReader.parse(WHOLE, "radius.yaml");

        assertThat(SweepReader.parse(SweepWriter.toYaml(file), "again.yaml")).isEqualTo(file);
    }

    @Test
    void theRestIsAnExperimentOfItsOwn() throws ConfigException {
        assertThat(ExperimentReader.parse(WHOLE, "radius.yaml"))
                .isEqualTo(SweepReader.parse(WHOLE, "radius.yaml").experiment());
    }

    @Test
    void valuesReplaceThoseOfAnExperiment() throws ConfigException {
        var experiment = SynthesisPresets.demonstration();

        assertThat(SweepReader.withValues(experiment, Map.of("synthesis.rho", "0.05", "seed", "7")))
                .isEqualTo(
                        experiment.withSeed(7).withSynthesis(Adjustment.RHO.replacedIn(experiment.synthesis(), 0.05)));
        assertThatThrownBy(() -> SweepReader.withValues(experiment, Map.of("synthesis.rho", "5")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("synthesis.rho")
                .hasMessageContaining("0 to 0.5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            synthesis.ascentSteps|1, 1.0, 2|1
            synthesis.rho|0.1, 0.10|0.1
            synthesis.rho|1e-1, 0.1|0.1
            evaluation.parallelStudents|2, 2.0|2
            synthesis.direction|weights, weights|weights
            """)
    void equalValuesAreRefusedInAnyNotation(String key, String values, String shown) {
        String text = "sweep:\n  parameters: [{key: " + key + ", values: [" + values + "]}]\n";

        assertThatThrownBy(() -> SweepReader.parse(text, "same.yaml"))
                .hasMessageContaining("sweep.parameters[0].values")
                .hasMessageContaining(Message.of("sweep.sameValue", shown).english());
    }

    @Test
    void aSweepThatHasBegunWithOneValueInTwoSpellingsIsRead(@TempDir Path temp) throws Exception {
        Path file = Files.writeString(
                temp.resolve("sweep.yaml"),
                "name: old\nsweep:\n  parameters:\n    - {key: synthesis.rho, values: [0.1, 1.0e-1, 0.2]}\n");

        assertThat(SweepReader.readRecorded(file).sweep().parameters().get(0).levels())
                .containsExactly("0.1", "0.2");
        assertThatThrownBy(() -> SweepReader.read(file, Map.of()))
                .hasMessageContaining("0.1 is listed twice; list every value once");
    }

    @Test
    void numbersAreReadInTheirShortestNotation() throws ConfigException {
        SweepFile file = SweepReader.parse(
                "sweep:\n  parameters: [{key: synthesis.rho, values: [0.010, 2e-2, +.3]}]\n", "numbers.yaml");

        assertThat(file.sweep().parameters().get(0).values()).containsExactly("0.01", "0.02", "0.3");
    }

    @Test
    void aWrongValueIsNamedWithItsLine() {
        assertThatThrownBy(() -> SweepReader.parse("""
                sweep:
                  strategy: grid
                  parameters:
                    - key: synthesis.rho
                      values:
                        - 0.1
                        - 0.9
                    - key: synthesis.learningRate
                      from: -1
                      to: 0.1
                    - key: synthesis.ascentSteps
                      from: 4
                      to: 5000
                """, "lines.yaml"))
                .hasMessageContaining("lines.yaml:7: synthesis.rho")
                .hasMessageContaining("lines.yaml:9: synthesis.learningRate")
                .hasMessageContaining("lines.yaml:13: synthesis.ascentSteps");
    }

    @Test
    void aLimitThatIsNoNumberIsOneProblem() {
        assertThatThrownBy(() -> SweepReader.parse(
                        "sweep:\n  parameters: [{key: synthesis.iterations, from: 2, to: .inf}]\n", "infinite.yaml"))
                .isInstanceOfSatisfying(ConfigException.class, e -> assertThat(e.problems())
                        .singleElement()
                        .extracting(ConfigProblem::key)
                        .isEqualTo("sweep.parameters[0].to"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            key: synthesis.rho|sweep.parameters[0].values|either values, or from and to
            key: synthesis.rho, values: [0.1], from: 0.1, to: 0.2|sweep.parameters[0].values|either values, or from and to
            key: synthesis.rho, from: 0.2, to: 0.1|sweep.parameters[0].to|0.1 must be above from, 0.2
            key: synthesis.rho, from: 0, to: 0.1, scale: log|sweep.parameters[0].from|begins above 0
            key: synthesis.rho, from: 0.1|sweep.parameters[0].to|is missing
            key: synthesis.rho, from: 0.1, to: 0.2, scale: cubic|sweep.parameters[0].scale|is not one of linear, log
            key: synthesis.rho, values: [0.1, 0.9]|synthesis.rho|0.9
            key: synthesis.rohs, values: [0.1]|synthesis.rohs|
            key: seed, values: [1]|sweep.parameters[0].key|cannot vary
            key: dataset.scoredOn, values: [test]|sweep.parameters[0].key|cannot vary
            values: [1]|sweep.parameters[0].key|is missing
            """)
    void aWrongParameterIsNamed(String parameter, String key, String problem) {
        String text = "sweep:\n  parameters:\n    - {" + parameter + "}\n";

        assertThatThrownBy(() -> SweepReader.parse(text, "wrong.yaml"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("wrong.yaml")
                .hasMessageContaining(key)
                .hasMessageContaining(problem == null ? "" : problem);
    }

    @Test
    void aFileWithoutASweepAndASweepOfNothingAreRefused() {
        assertThatThrownBy(() -> SweepReader.parse("name: plain\n", "plain.yaml"))
                .hasMessageContaining("plain.yaml")
                .hasMessageContaining("sweep")
                .hasMessageContaining("is missing");
        assertThatThrownBy(() -> SweepReader.parse("sweep:\n  seeds: 2\n", "empty.yaml"))
                .hasMessageContaining("sweep.parameters")
                .hasMessageContaining("names no setting to vary");
        assertThatThrownBy(() -> SweepReader.parse(
                        "sweep:\n  seeds: 0\n  parameters: [{key: synthesis.rho, values: [0.1]}]\n", "seeds.yaml"))
                .hasMessageContaining("sweep.seeds")
                .hasMessageContaining("1 to 100");
        assertThatThrownBy(() -> SweepReader.parse(
                        "sweep:\n  parameters: [{key: synthesis.rho, values: [0.1]}, {key: synthesis.rho, values: [0.2]}]\n",
                        "twice.yaml"))
                .hasMessageContaining("synthesis.rho varies twice");
    }
}
