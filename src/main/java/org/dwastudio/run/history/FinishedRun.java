package org.dwastudio.run.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.run.RunDirectory;

/** Search for finished syntheses. */
public final class FinishedRun {
    private FinishedRun() {}

    /**
     * Returns the newest run of a dataset in a folder of runs; empty if there is none, or no such folder.
     *
     * @param dataset the dataset, with the image size and color that the run used
     * @throws IOException if the folder cannot be read
     */
    public static Optional<Path> newestIn(Path runs, DatasetConfig dataset) throws IOException {
        if (!Files.isDirectory(runs)) {
            return Optional.empty();
        }
        List<Path> newestFirst;
        try (Stream<Path> folders = Files.list(runs)) {
            newestFirst = folders.sorted(Comparator.reverseOrder()).toList();
        }
        return newestFirst.stream().filter(folder -> isOne(folder, dataset)).findFirst();
    }

    private static boolean isOne(Path folder, DatasetConfig dataset) {
        RunDirectory directory = new RunDirectory(folder);
        try {
            return Files.isRegularFile(directory.experiment())
                    && Files.isDirectory(directory.images())
                    && directory.isFinished()
                    && ExperimentReader.read(directory.experiment()).dataset().equals(dataset);
        } catch (IOException | ConfigException e) {
            // A run with an unreadable log or experiment cannot be used.
            return false;
        }
    }
}
