package org.dwastudio.run.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.event.Metric;
import org.dwastudio.file.Trash;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunDirectoryLock;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.RunMetadata;

/**
 * All runs below a folder. Blocks while it reads and writes; safe from any thread.
 *
 * @param runs in which every run has a folder of its own; need not exist
 * @param wastebasket takes what is deleted
 */
public record RunStore(Path runs, Trash wastebasket) {

    /** The folders of all runs, the newest first by name; reads none of them. */
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
     * What a run folder says; what is wrong with it is part of the answer.
     *
     * @param own whether this process is writing to it: its lock must not be looked at then
     */
    public RunSummary read(Path folder, boolean own) {
        RunDirectory directory = new RunDirectory(folder);
        Reading reading = new Reading(directory);
        Optional<Experiment> experiment = reading.tried(() -> Optional.of(experiment(folder)), Optional.empty());
        StageName stage = LoadedRun.stageOf(directory);
        RunState standing = reading.tried(() -> standing(directory, own), RunState.DAMAGED);
        RunSummary.Figures figures = reading.tried(() -> figures(directory, stage), RunSummary.Figures.NONE);
        RunNotes notes = reading.tried(() -> RunNotes.read(folder), RunNotes.NONE);
        long bytes = reading.tried(() -> size(folder), 0L);
        return new RunSummary(
                folder,
                stage,
                experiment.isEmpty() ? RunState.DAMAGED : standing,
                experiment,
                figures,
                Optional.of(directory.contactSheet()).filter(Files::isRegularFile),
                started(directory),
                bytes,
                notes,
                reading.problem.get());
    }

    /**
     * Writes what the user says about a run.
     *
     * @throws IOException when the folder cannot be written, in words
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
     * Moves a run folder into the wastebasket.
     *
     * @param own whether this process is writing to it
     * @throws IOException when the run is under way, or the folder cannot be moved, in words; it is still there then
     */
    public void delete(Path folder, boolean own) throws IOException {
        if (own || RunDirectoryLock.isHeld(new RunDirectory(folder))) {
            throw new RunFolderException(
                    folder, "is under way. Please wait until it has ended, or stop it, before you delete it.");
        }
        wastebasket.take(folder);
    }

    /** Reads one thing after the other, and keeps the first that went wrong. */
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

    private static RunState standing(RunDirectory directory, boolean own) throws IOException {
        if (own || RunDirectoryLock.isHeld(directory)) {
            return RunState.UNDER_WAY;
        }
        return switch (directory.end()) {
            case FINISHED -> RunState.FINISHED;
            case STOPPED -> RunState.STOPPED;
            case FAILED -> RunState.FAILED;
            case NONE -> RunState.INTERRUPTED;
        };
    }

    private static RunSummary.Figures figures(RunDirectory directory, StageName stage) throws IOException {
        Map<Metric, Double> last = LastMetrics.in(directory);
        double lastAccuracy = last.getOrDefault(Metric.TEST_ACCURACY, Double.NaN);
        double bestAccuracy = lastAccuracy;
        if (stage == StageName.SQUEEZE) {
            AtomicReference<Double> best = new AtomicReference<>(lastAccuracy);
            RunHistoryReader.in(directory).tellMetrics(point -> {
                if (point.metric() == Metric.TEST_ACCURACY) {
                    best.accumulateAndGet(point.value(), Math::max);
                }
            });
            bestAccuracy = best.get();
        } else {
            Optional<StudentAccuracy> students = StudentAccuracy.newestIn(directory.folder());
            lastAccuracy = students.map(StudentAccuracy::last).orElse(Double.NaN);
            bestAccuracy = students.map(StudentAccuracy::best).orElse(Double.NaN);
        }
        return new RunSummary.Figures(
                lastAccuracy,
                bestAccuracy,
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
