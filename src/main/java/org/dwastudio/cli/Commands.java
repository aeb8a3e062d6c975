package org.dwastudio.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.dwastudio.bench.WindowSpeed;
import org.dwastudio.cli.command.BenchCommand;
import org.dwastudio.cli.command.CheckDatasetCommand;
import org.dwastudio.cli.command.CompareCommand;
import org.dwastudio.cli.command.ConsoleSynthesis;
import org.dwastudio.cli.command.DevicesCommand;
import org.dwastudio.cli.command.DownloadCommand;
import org.dwastudio.cli.command.EvaluateCommand;
import org.dwastudio.cli.command.ExportCommand;
import org.dwastudio.cli.command.ImportWeightsCommand;
import org.dwastudio.cli.command.InspectCommand;
import org.dwastudio.cli.command.JoinCommand;
import org.dwastudio.cli.command.ParityCommand;
import org.dwastudio.cli.command.RelabelCommand;
import org.dwastudio.cli.command.RunCommand;
import org.dwastudio.cli.command.SettingsCommand;
import org.dwastudio.cli.command.SqueezeCommand;
import org.dwastudio.cli.command.StressCommand;
import org.dwastudio.cli.command.StripCommand;
import org.dwastudio.cli.command.SynthesizeCommand;
import org.dwastudio.cli.command.TeachersCommand;
import org.dwastudio.cli.session.ConfirmationPrompt;
import org.dwastudio.cli.session.EngineFactory;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.cli.sweep.SweepCommand;
import org.dwastudio.compute.ComputeConfiguration;
import org.dwastudio.compute.ComputeException;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.download.CudaBuildDownloader;
import org.dwastudio.run.RunFolders;
import org.dwastudio.teacher.TeacherLibrary;
import org.dwastudio.text.DecimalText;
import org.dwastudio.text.FailureCause;
import org.dwastudio.weights.WeightsException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** Command-line interface: parses the arguments, runs the named command and reports errors. */
public final class Commands {
    private final EngineFactory engines;
    private final CommandLine commandLine;

    /**
     * Registers all commands.
     *
     * @param windowSpeed measures the overhead of the open window
     * @param teachers the user's own teachers
     * @param compute compute configuration of the engines
     * @param cuda downloader of the CUDA build; empty when there is none for this computer
     * @param version version of this program
     */
    public Commands(
            EngineFactory engines,
            WindowSpeed windowSpeed,
            TeacherLibrary teachers,
            ComputeConfiguration compute,
            Optional<CudaBuildDownloader> cuda,
            String version) {
        this.engines = engines;
        RootCommand root = new RootCommand();
        commandLine = new CommandLine(root)
                .addSubcommand(new RunCommand(engines))
                .addSubcommand(new SynthesizeCommand(engines))
                .addSubcommand(new StripCommand(engines))
                .addSubcommand(new JoinCommand())
                .addSubcommand(new RelabelCommand(engines))
                .addSubcommand(new EvaluateCommand(engines))
                .addSubcommand(new InspectCommand(engines))
                .addSubcommand(new CompareCommand())
                .addSubcommand(new SweepCommand(engines))
                .addSubcommand(new StressCommand(engines))
                .addSubcommand(new ExportCommand(engines))
                .addSubcommand(new SqueezeCommand(engines))
                .addSubcommand(new ImportWeightsCommand(engines, teachers))
                .addSubcommand(new TeachersCommand(teachers))
                .addSubcommand(new CheckDatasetCommand(engines))
                .addSubcommand(new DownloadCommand(engines, ConfirmationPrompt.atConsole()))
                .addSubcommand(new SettingsCommand())
                .addSubcommand(new DevicesCommand(compute, cuda, ConfirmationPrompt.atConsole()))
                .addSubcommand(new ParityCommand())
                .addSubcommand(new BenchCommand(windowSpeed));
        // A folder may begin with @.
        commandLine.setExpandAtFiles(false);
        commandLine
                .registerConverter(Double.class, DecimalText::number)
                .registerConverter(double.class, DecimalText::number);
        commandLine.getCommandSpec().version("DWA Studio " + version);
        for (CommandLine command : commandLine.getSubcommands().values()) {
            command.getCommandSpec().version("DWA Studio " + version);
        }
        commandLine.setExecutionStrategy(parsed -> {
            try {
                compute.override(root.compute());
            } catch (ComputeException e) {
                throw new ParameterException(parsed.commandSpec().commandLine(), e.getMessage(), e);
            }
            return new CommandLine.RunLast().execute(parsed);
        });
        commandLine.setParameterExceptionHandler((failure, arguments) -> {
            PrintWriter err = failure.getCommandLine().getErr();
            ParameterMessages.lines(failure, arguments).forEach(err::println);
            err.flush();
            return ExitCode.WRONG_INPUT;
        });
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command.getErr()));
    }

    /** Redirects results and errors from the standard streams to the given writers. */
    public Commands printingTo(PrintWriter out, PrintWriter err) {
        commandLine.setOut(out);
        commandLine.setErr(err);
        return this;
    }

    /** Runs a command; returns the program's exit code. */
    public int execute(String... arguments) {
        return commandLine.execute(arguments);
    }

    /** Returns whether the given first argument is the name of a command. */
    public boolean isCommand(String name) {
        return commandLine.getSubcommands().containsKey(name);
    }

    /** Runs the studio's demonstration in the terminal; returns the program's exit code. */
    public int demonstrate() {
        Experiment demonstration = SynthesisPresets.demonstration();
        Path folder = new RunFolders(Path.of("runs"), Clock.system(ZoneId.systemDefault())).next(demonstration.name());
        try {
            new ConsoleSynthesis(engines, commandLine.getOut(), commandLine.getErr()).run(demonstration, folder);
            return ExitCode.DONE;
        } catch (Exception failure) {
            return report(failure, commandLine.getErr());
        }
    }

    private static int report(Throwable thrown, PrintWriter err) {
        Throwable failure = FailureCause.of(thrown);
        if (failure instanceof ConfigException) {
            err.println(Ansi.AUTO.string("@|bold,red The experiment cannot be used:|@"));
            err.println(failure.getMessage());
            return ExitCode.WRONG_INPUT;
        }
        err.println(FailureCause.isExpected(failure) ? FailureCause.messageOf(failure) : failure.toString());
        boolean wrongInput = failure instanceof DatasetException || failure instanceof WeightsException;
        return wrongInput ? ExitCode.WRONG_INPUT : ExitCode.FAILED;
    }
}
