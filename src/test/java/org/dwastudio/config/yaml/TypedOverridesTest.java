package org.dwastudio.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.file.AppDirectories;
import org.junit.jupiter.api.Test;

/** Values as people type them after {@code --set}. */
class TypedOverridesTest {
    @Test
    void anOverrideMayHaveADecimalCommaAndAFileMustNot() throws ConfigException {
        assertThat(with("synthesis.rho", "0,02").synthesis().adjustment().rho()).isEqualTo(0.02);
        assertThat(with("dataset.classes", "1,5").dataset().selection().classes())
                .containsExactly("1", "5");
        assertThatThrownBy(() -> ExperimentReader.parse("synthesis:\n  rho: 0,02\n", "e.yaml"))
                .hasMessageContaining("0,02");
        assertThatThrownBy(() -> with("synthesis.iterations", "1,000")).hasMessageContaining("1,000");
    }

    @Test
    void aTildeIsTheHomeFolder() throws ConfigException {
        Path home = AppDirectories.home(System.getProperties(), System.getenv());

        assertThat(with("dataset.source", "~/photographs").dataset().source()).isEqualTo(home + "/photographs");
    }

    private static Experiment with(String key, String value) throws ConfigException {
        return ExperimentReader.parse("", "e.yaml", Map.of(key, value));
    }
}
