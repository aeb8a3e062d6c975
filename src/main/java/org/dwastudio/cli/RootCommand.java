package org.dwastudio.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.dwastudio.cli.option.ComputeOptions;
import org.dwastudio.cli.session.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Top-level command, which prints the usage help when no subcommand is given. */
@Command(
        name = "dwa-studio",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[COMMAND]",
        description = {
            "Distills a dataset into a few synthetic images with directed weight adjustment (DWA, NeurIPS 2024)."
                    + " Without arguments the studio opens: a window in which runs can be watched and adjusted.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  dwa-studio synthesize --config sample-configs/demonstration.yaml",
            "  dwa-studio synthesize --config sample-configs/demonstration.yaml \\",
            "      --set synthesis.rho=0.05 --set name=wider",
            "  dwa-studio COMMAND --help",
            "",
            "Exit codes: 0 success; 1 a run failed, or numbers differ; 2 wrong arguments, experiment, dataset or"
                    + " weights; 130 stopped by Ctrl-C (results so far are kept)."
        })
final class RootCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final ComputeOptions compute = new ComputeOptions();

    /** Returns the compute settings given for this call. */
    Map<String, String> compute() {
        return compute.values();
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.WRONG_INPUT;
    }
}
