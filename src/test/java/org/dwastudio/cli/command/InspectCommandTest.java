package org.dwastudio.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dwastudio.cli.CommandLineScope;
import org.dwastudio.cli.session.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
    @TempDir
    private Path folder;

    @RegisterExtension
    private final CommandLineScope commands = new CommandLineScope();

    @Test
    void helpExplainsEveryColumn() {
        commands.succeed("inspect", "--help");

        assertThat(commands.out())
                .contains("cosine", "Vendi score", "effective rank", "density", "coverage", "near-copies");
    }

    @Test
    void aMissingFolderIsNamed() {
        Path missing = folder.resolve("missing");

        assertThat(commands.run("inspect", missing.toString())).isEqualTo(ExitCode.WRONG_INPUT);

        assertThat(commands.err()).contains("There is no folder " + missing + ". Please check the path of the run.");
    }

    @Test
    void aFolderWithoutARunIsNoRun() {
        assertThat(commands.run("inspect", folder.toString())).isNotZero();

        assertThat(commands.err()).contains(folder.toString());
    }
}
