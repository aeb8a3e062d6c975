package org.dwastudio.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.dwastudio.bench.parity.ParityCheck;
import org.dwastudio.bench.parity.ParityReport;
import org.dwastudio.cli.session.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command {@code parity}: compares the synthesis with numbers of the published implementation. */
@Command(
        name = "parity",
        mixinStandardHelpOptions = true,
        description = {
            "Compares the synthesis with the numbers of a parity case.",
            "",
            "The synthesis runs in float64. The largest differences of adjusted weights, losses and images are printed.",
            "Exit code 1 if a difference is above 1e-8.",
            ""
        })
public final class ParityCommand implements Callable<Integer> {
    private static final double TOLERANCE = 1e-8;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "CASE_FOLDER",
            description = "Contains case.json, teacher.npz, init.npz, adjusted.npz and expected.npz.")
    private Path folder;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Folder for adjusted.npz and expected.npz as computed here, with the same keys.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        ParityReport report = new ParityCheck().run(folder, Optional.ofNullable(out));
        PrintWriter lines = spec.commandLine().getOut();
        lines.println(report.name());
        line(lines, "adjusted weights", report.adjusted());
        line(lines, "trace", report.trace());
        new TreeMap<>(report.images()).forEach((name, difference) -> line(lines, name, difference));
        boolean agrees = report.largest() <= TOLERANCE;
        lines.printf(Locale.ROOT, "  largest difference %.1e: %s%n", report.largest(), agrees ? "agrees" : "DIFFERS");
        lines.flush();
        return agrees ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static void line(PrintWriter lines, String what, double difference) {
        lines.printf(Locale.ROOT, "  %-18s %.1e%n", what, difference);
    }
}
