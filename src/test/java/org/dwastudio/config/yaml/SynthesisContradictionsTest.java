package org.dwastudio.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dwastudio.config.yaml.ReadingProblems.problemsOf;

import org.dwastudio.config.ConfigException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of a synthesis that are allowed one by one. */
class SynthesisContradictionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "repulsionWeight: 1, ipcStart: 2 | ipcStart | must be 0 if repulsionWeight is above 0: a column then"
                        + " depends on all columns before it",
                "repulsionWeight: 1, order: all-at-once | order | must be column-by-column if repulsionWeight is above 0: a"
                        + " column then depends on finished ones",
                "start: surest, startCandidates: 9 | startCandidates | must be 0 (all) or at least 10, the number"
                        + " of candidates that each class needs",
                "start: mosaic, startCandidates: 89, mosaicGrid: 3 | startCandidates | must be 0 (all) or at least 90, the"
                        + " number of candidates that each class needs"
            })
    void valuesThatContradictEachOtherAreRefused(String values, String key, String message) {
        assertThat(problemsOf("synthesis: {" + values + "}")).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("synthesis." + key);
            assertThat(problem.message()).hasToString(message);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start: real, startCandidates: 9",
                "start: surest, startCandidates: 0",
                "start: surest, startCandidates: 10",
                "start: mosaic, startCandidates: 90, mosaicGrid: 3",
                "repulsionWeight: 1, ipcEnd: 2",
                "repulsionWeight: 0, ipcStart: 2, order: all-at-once"
            })
    void valuesThatAgreeAreAllowed(String values) throws ConfigException {
        assertThat(ExperimentReader.parse("synthesis: {" + values + "}", "e.yaml")
                        .synthesis()
                        .contradictions())
                .isEmpty();
    }
}
