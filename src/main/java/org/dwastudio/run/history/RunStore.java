package org.dwastudio.run.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.event.Metric;
import org.dwastudio.file.Trash;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunDirectoryLock;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.text.Message;

/**
 * All runs in a folder. Blocks while it reads and writes; thread-safe.
 *
 * @param runs folder with a subfolder for every run; need not exist
 * @param trash trash for deleted runs
 */
public record RunStore(Path runs, Trash trash) {

    /** Returns the folders of all runs, the newest first by name, without reading them. */
    public List<Path> folders() throws IOException {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> content = Files.list(runs)) {
            return content.filter(Files::isDirectory)
                    .filter(folder -> !folder.getFileName().toString().startsWith("."))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    /**
     * Reads the summary of a run folder; problems are part of the result.
     *
     * @param own true if this process is writing to it: its lock must not be checked then
     */
    public RunSummary read(Path folder, boolean own) {
        RunDirectory directory = new RunDirectory(folder);
        Reading reading = new Reading(directory);
        Optional<Experiment> experiment = reading.tried(() -> Optional.of(experiment(folder)), Optional.empty());
        RunKind kind = RunKind.of(directory);
        RunState state = reading.tried(() -> RunState.of(directory, own), RunState.DAMAGED);
        RunSummary.Figures figures = reading.tried(() -> figures(directory, kind), RunSummary.Figures.NONE);
        RunNotes notes = reading.tried(() -> RunNotes.read(folder), RunNotes.NONE);
        long bytes = reading.tried(() -> size(folder), 0L);
        return new RunSummary(
                folder,
                kind.stage(),
                experiment.isEmpty() ? RunState.DAMAGED : state,
                experiment,
                figures,
                Optional.of(directory.contactSheet()).filter(Files::isRegularFile),
                started(directory),
                bytes,
                notes,
                Objects.requireNonNull(reading.problem.get()));
    }

    /**
     * Writes the user's notes about a run.
     *
     * @throws IOException if the folder cannot be written, with a message for the user
     */
    public RunSummary keep(RunSummary run, RunNotes notes) throws IOException {
        try {
            notes.write(run.folder());
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(run.folder(), e);
        }
        return run.withNotes(notes);
    }

    /**
     * Moves a run folder to the trash.
     *
     * @param own true if this process is writing to it
     * @throws IOException if the run is in progress, or the folder cannot be moved, with a message for the user; it is
     *     still there then
     */
    public void delete(Path folder, boolean own) throws IOException {
        if (own || RunDirectoryLock.isHeld(new RunDirectory(folder))) {
            throw new RunFolderException(folder, Message.of("run.running"));
        }
        trash.take(folder);
    }

    /** Sequence of reads that keeps the first problem. */
    private record Reading(RunDirectory directory, AtomicReference<String> problem) {
        Reading(RunDirectory directory) {
            this(directory, new AtomicReference<>(""));
        }

        @FunctionalInterface
        private interface Part<T> {
            T read() throws IOException, ConfigException;
        }

        <T> T tried(Part<T> part, T otherwise) {
            try {
                return part.read();
            } catch (IOException | ConfigException | UncheckedIOException e) {
                problem.compareAndSet("", String.valueOf(e.getMessage()));
                return otherwise;
            }
        }
    }

    private static Experiment experiment(Path folder) throws IOException, ConfigException {
        return ExperimentReader.read(RunDirectory.open(folder).experiment());
    }

    private static RunSummary.Figures figures(RunDirectory directory, RunKind kind) throws IOException {
        Map<Metric, Double> last = LastMetrics.in(directory);
        RunKind.Accuracies accuracies = kind.accuracies(directory, last);
        return new RunSummary.Figures(
                accuracies.last(),
                accuracies.best(),
                last.getOrDefault(Metric.VENDI_SCORE, Double.NaN),
                last.getOrDefault(Metric.WITHIN_CLASS_COSINE, Double.NaN));
    }

    private static Instant started(RunDirectory directory) {
        try {
            return RunMetadata.read(directory).started();
        } catch (IOException e) {
            return Instant.ofEpochMilli(directory.folder().toFile().lastModified());
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(
                            file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
        }
    }
}
