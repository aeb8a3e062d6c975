package org.dwastudio.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.dwastudio.config.yaml.ReadingProblems.problemsOf;

import org.dwastudio.config.ConfigException;
import org.dwastudio.config.ConfigProblem;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.Augmentation;
import org.junit.jupiter.api.Test;

/** Tuning changes in the file of an experiment. */
class TuningChangesTest {
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
    void aTuningChangeOfAnUnknownParameterNamesTheKnownOnes() {
        assertThat(problemsOf("tuning:\n  - {column: 3, iteration: 1, parameter: speed, from: 0.1, to: 1}\n"))
                .singleElement()
                .extracting(ConfigProblem::message)
                .asString()
                .startsWith("'speed' is not one of rho, crossEntropyFactor, ascentSteps, ");
    }
}
