package org.dwastudio.cli.option;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options of a stage with its own run folder: a new run or one to resume, and whether only its estimate is wanted. */
public final class StartOptions {
    private static final EffectiveKeys SQUEEZE =
            new EffectiveKeys("a squeeze", "name", "seed", "dataset.*", "squeeze.*");

    @ArgGroup(multiplicity = "1")
    private StartPoint start;

    @Option(names = "--estimate", description = "Prints the required time, memory and disk space, and exits.")
    private boolean estimateOnly;

    /** New or earlier run. */
    private static final class StartPoint {
        @ArgGroup(exclusive = false)
        private ExperimentOptions fresh;

        @Option(
                names = "--resume",
                paramLabel = "FOLDER",
                description = "Resumes the run of a folder from its last checkpoint, to the same result as without"
                        + " interruption.")
        private Path resumed;
    }

    /** Returns true if the run is not to be started. */
    public boolean estimateOnly() {
        return estimateOnly;
    }

    /**
     * Returns false, with a message, if the options contradict each other.
     *
     * @param stage name of a run in the message, for example {@code squeeze}
     */
    public boolean check(PrintWriter err, String stage) {
        if (start.resumed != null && estimateOnly) {
            err.println("--estimate is for a new " + stage + ". Please give --config instead of --resume.");
            return false;
        }
        return true;
    }

    /** Returns the folder of the run to resume; empty for a new run. */
    public Optional<Path> resumed() {
        return Optional.ofNullable(start.resumed);
    }

    /**
     * Refuses replaced values of a new squeeze without an effect on it.
     *
     * @throws ParameterException with the key and the allowed ones
     */
    public void requireForSqueeze(CommandSpec spec) {
        start.fresh.require(SQUEEZE, spec);
    }

    /** Returns the experiment of a new run. */
    public Experiment experiment() throws ConfigException {
        return start.fresh.experiment();
    }

    /** Returns the folder of a new run. */
    public Path folder(Experiment experiment) {
        return start.fresh.folder(experiment);
    }
}
