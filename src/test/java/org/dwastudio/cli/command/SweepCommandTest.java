package org.dwastudio.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dwastudio.cli.CommandLineScope;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.config.yaml.SweepReader;
import org.dwastudio.config.yaml.SweepWriter;
import org.dwastudio.sweep.SweepFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SweepCommandTest {
    private static final String CONFIG = "sample-configs/sweep-radius.yaml";

    @TempDir
    private Path temp;

    @RegisterExtension
    private final CommandLineScope commands = new CommandLineScope();

    @Test
    void aChangeThatIsNotPossibleIsRefusedBeforeAnythingIsMeasured() throws Exception {
        SweepFolder folder = new SweepFolder(temp);
        SweepWriter.write(SweepReader.read(Path.of(CONFIG), Map.of()), folder.settings());

        assertThat(commands.run("sweep", "--config", CONFIG, "--out", temp.toString(), "--set", "sweep.seeds=1"))
                .isEqualTo(ExitCode.FAILED);

        assertThat(commands.err())
                .contains("cannot have fewer seeds than before: 1 instead of 3")
                .doesNotContain("Estimate");
        assertThat(Files.exists(folder.plan())).isFalse();
    }
}
