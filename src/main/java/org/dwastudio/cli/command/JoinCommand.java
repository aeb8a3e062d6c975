package org.dwastudio.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.record.JoinedRun;
import org.dwastudio.text.CountText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command {@code join}: joins the parts of a synthesis into one run. */
@Command(
        name = "join",
        mixinStandardHelpOptions = true,
        description = {
            "Joins the parts of a synthesis into one run folder.",
            "",
            "The parts are computed with synthesis.ipcStart and synthesis.ipcEnd. The images are the same, byte for byte,"
                    + " as in an undivided run. The parts must be finished, have the same experiment, dataset and teacher,"
                    + " and contain every column once. They are not changed.",
            ""
        })
public final class JoinCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PART_FOLDER", description = "Run folders of the parts, in any order.")
    private List<Path> parts;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FOLDER",
            description = "The run folder of the result: a folder that does not exist yet or is empty.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        JoinedRun joined = JoinedRun.of(parts);
        RunDirectory directory = joined.write(out, ProgressListener.NONE);
        PrintWriter lines = spec.commandLine().getOut();
        lines.println("Joined " + CountText.of(joined.columns(), "column") + " of " + CountText.of(parts.size(), "part")
                + ".");
        lines.println("Run folder:    " + directory.folder().toAbsolutePath());
        lines.println("Contact sheet: " + directory.contactSheet().toAbsolutePath());
        lines.flush();
        return ExitCode.DONE;
    }
}
