package org.dwastudio.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

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
    void aTextThatNoKeyContainsIsWrongInput() {
        assertThat(commands.run("settings", "learningrat3")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err()).contains("No setting contains 'learningrat3'");
    }
}
