package org.dwastudio.config.yaml;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.ConfigProblem;

/** The problems that are reported for the text of an experiment. */
final class ReadingProblems {
    private ReadingProblems() {}

    static List<ConfigProblem> problemsOf(String text) {
        return exceptionOf(text).problems();
    }

    static ConfigException exceptionOf(String text) {
        return catchThrowableOfType(ConfigException.class, () -> ExperimentReader.parse(text, "e.yaml"));
    }
}
