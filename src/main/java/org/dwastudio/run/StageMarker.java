package org.dwastudio.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.config.yaml.ExperimentWriter;

/**
 * Says in a run folder that a stage works on its pictures, and by which experiment. Whatever ends the stage takes it away,
 * save the end of the process: what a killed process leaves behind is offered to be gone on with.
 */
public final class StageMarker {
    /** What is done meanwhile. */
    @FunctionalInterface
    public interface Work<T> {
        T done() throws IOException;
    }

    private final Path file;

    private StageMarker(Path file) {
        this.file = file;
    }

    /**
     * Begins.
     *
     * @param stage relabel or evaluation
     * @param experiment with the recipe
     * @throws RunFolderException when it cannot be written, in words
     */
    public static StageMarker begin(RunDirectory run, StageName stage, Experiment experiment) throws IOException {
        Path file = fileOf(run, stage);
        try {
            ExperimentWriter.write(experiment, file);
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(run.folder(), e);
        }
        return new StageMarker(file);
    }

    /** Does the work and takes the sign away, however that ends. */
    public <T> T during(Work<T> work) throws IOException {
        try {
            return work.done();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** By which experiment a stage was under way when its process ended; empty when it ended otherwise. */
    public static Optional<Experiment> leftBehind(RunDirectory run, StageName stage) {
        Path file = fileOf(run, stage);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ExperimentReader.read(file));
        } catch (ConfigException e) {
            return Optional.empty();
        }
    }

    private static Path fileOf(RunDirectory run, StageName stage) {
        return run.folder().resolve(stage.key() + "-under-way.yaml");
    }
}
