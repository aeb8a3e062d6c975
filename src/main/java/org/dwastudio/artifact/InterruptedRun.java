package org.dwastudio.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.ExperimentReader;

/**
 * A synthesis that neither came to its end nor was stopped by the user, and can be gone on with.
 *
 * @param folder its run folder
 * @param experiment as far as it went
 * @param columnsDone columns whose pictures are on disk
 */
public record InterruptedRun(Path folder, Experiment experiment, int columnsDone) {

    /** The newest one below a folder of runs; folders that cannot be read are passed over. */
    public static Optional<InterruptedRun> newestIn(Path runs) throws IOException {
        if (!Files.isDirectory(runs)) {
            return Optional.empty();
        }
        List<Path> newestFirst;
        try (Stream<Path> folders = Files.list(runs)) {
            newestFirst = folders.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path folder : newestFirst) {
            Optional<InterruptedRun> run = in(folder);
            if (run.isPresent()) {
                return run;
            }
        }
        return Optional.empty();
    }

    /** That of a run folder; empty when it came to its end, was stopped, is none, or cannot be read. */
    public static Optional<InterruptedRun> in(Path folder) throws IOException {
        RunDirectory directory = new RunDirectory(folder);
        if (!Files.isDirectory(directory.synthesisCheckpoints())
                || !Files.isRegularFile(directory.experiment())
                || RunLog.saysEnded(directory.log())) {
            return Optional.empty();
        }
        try {
            Experiment experiment = ExperimentReader.read(directory.experiment());
            int done = StoredImages.in(directory).classes().stream()
                    .mapToInt(stored -> stored.pictures().size())
                    .min()
                    .orElse(0);
            return Optional.of(new InterruptedRun(folder, experiment, done));
        } catch (ConfigException e) {
            return Optional.empty();
        }
    }
}
