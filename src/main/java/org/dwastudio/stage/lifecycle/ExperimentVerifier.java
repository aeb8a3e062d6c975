package org.dwastudio.stage.lifecycle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/**
 * Comparison of the experiment in a run folder with the one that a checkpoint was made with.
 *
 * @param stage name of the resumed stage for messages
 * @param decisive reduces an experiment to the settings that affect the results of that stage
 */
public record ExperimentVerifier(RunDirectory directory, String stage, UnaryOperator<Experiment> decisive) {

    /** Reads the current experiment of the folder. */
    public Experiment read() throws IOException {
        return experiment(directory);
    }

    /** Reads the current experiment of a run folder. */
    public static Experiment experiment(RunDirectory directory) throws IOException {
        try {
            return ExperimentReader.read(directory.experiment());
        } catch (ConfigException e) {
            throw new RunFolderException(
                    directory.folder(), Message.of("run.experimentBroken", FailureCause.reason(e)));
        }
    }

    /**
     * Refuses an experiment that was changed since a checkpoint.
     *
     * @param recorded the experiment in the checkpoint, as YAML
     * @param checkpoint where that is
     * @throws RunFolderException if it differs; the message contains the first different line
     */
    public void requireUnchanged(Experiment now, String recorded, Path checkpoint) throws IOException {
        List<String> were = lines(parsed(recorded, checkpoint));
        List<String> are = lines(now);
        for (int i = 0; i < Math.max(were.size(), are.size()); i++) {
            String was = i < were.size() ? were.get(i) : "";
            String is = i < are.size() ? are.get(i) : "";
            if (!was.equals(is)) {
                throw new RunFolderException(
                        directory.experiment(), Message.of("run.experimentChanged", is.strip(), was.strip(), stage));
            }
        }
    }

    private Experiment parsed(String recorded, Path checkpoint) throws IOException {
        try {
            return ExperimentReader.parse(recorded, checkpoint.toString());
        } catch (ConfigException e) {
            throw new DescribedIOException(Message.of("run.checkpointExperiment", stage, FailureCause.reason(e)), e);
        }
    }

    private List<String> lines(Experiment experiment) throws IOException {
        return ExperimentWriter.toYaml(decisive.apply(experiment)).lines().toList();
    }
}
