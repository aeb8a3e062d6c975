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
 * Marker in a run folder that a stage is working on its images, with the experiment of that stage. It is deleted
 * however the stage ends, unless the process is killed: a remaining marker is offered for resumption.
 */
public final class StageMarker {
    /** Work of the stage. */
    @FunctionalInterface
    public interface Work<T> {
        T done() throws IOException;
    }

    private final Path file;

    private StageMarker(Path file) {
        this.file = file;
    }

    /**
     * Writes the marker.
     *
     * @param stage relabel or evaluation
     * @param experiment experiment with the recipe
     * @throws RunFolderException if it cannot be written, with a message for the user
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

    /** Does the work and then deletes the marker, even after a failure. */
    public <T> T during(Work<T> work) throws IOException {
        try {
            return work.done();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Returns the experiment of a stage that was running when its process ended; empty if there is none. */
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
