package org.dwastudio.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dwastudio.cli.CommandLineScope;
import org.dwastudio.cli.session.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SettingsCommandTest {
    @RegisterExtension
    final CommandLineScope commands = new CommandLineScope();

    @Test
    void listsTheKeysThatContainAText() throws Exception {
        commands.succeed("settings", "synthesis.ascent");

        assertThat(commands.out())
                .isEqualToNormalizingNewlines("synthesis.ascentSteps  1 to 50 (whole numbers); default 12\n");
    }

    @Test
    void listsAllBlocksWithoutAText() throws Exception {
        commands.succeed("settings");

        assertThat(commands.out()).contains("\ndataset.source ", "\nsqueeze.epochs ", "\nevaluation.students ");
    }

    @Test
    void numbersAreShortAndWhatElseIsAllowedIsListed() {
        commands.succeed("settings", "");

        assertThat(commands.out().lines().map(line -> line.replaceAll("  +", "  ")))
                .contains(
                        "squeeze.weightDecay  0 to 0.1; 0 for none; default 0.0005",
                        "synthesis.adamEpsilon  1e-12 to 0.01; default 1e-8",
                        "synthesis.varianceWeight  0 to 100; 0 for means only; default 11",
                        "dataset.whiteLevel  0 to 65535 (whole numbers); 0 for the largest value of the file format; default 0",
                        "teacher.network.channels  1, 3; default 3",
                        "synthesis.ipcEnd  0 to 1000 (whole numbers); 0 for the last; default 0")
                .anyMatch(line -> line.startsWith("squeeze.architecture") && line.contains("resnet18, "));
    }

    @Test
    void everyNumberThatMayBeZeroHasItsMeaningThere() {
        commands.succeed("settings", "");

        List<String> fromZero = commands.out()
                .lines()
                .map(line -> line.replaceAll("  +", "  "))
                .filter(line -> line.matches("\\S+  0 to .*"))
                .toList();
        assertThat(fromZero).hasSize(32);
        assertThat(fromZero)
                .filteredOn(line -> !line.contains("; 0 for "))
                .containsExactly("dataset.normalization.mean  0 to 1");
    }

    @Test
    void aTextThatNoKeyContainsIsWrongInput() {
        assertThat(commands.run("settings", "learningrat3")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err()).contains("No setting contains 'learningrat3'");
    }
}
