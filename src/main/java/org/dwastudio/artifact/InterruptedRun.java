package org.dwastudio.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.ExperimentReader;
import org.dwastudio.config.StageName;
import org.dwastudio.event.Metric;

/**
 * A synthesis or squeeze that neither came to its end nor was stopped by the user, and can be gone on with.
 *
 * @param folder its run folder
 * @param stage which of the two
 * @param experiment as far as it went
 * @param done columns whose pictures are on disk, or epochs that were measured
 */
public record InterruptedRun(Path folder, StageName stage, Experiment experiment, int done) {

    /** Columns or epochs of the whole run. */
    public int total() {
        return stage == StageName.SQUEEZE
                ? experiment.squeeze().epochs()
                : experiment.synthesis().imagesPerClass();
    }

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

    /** That of a run folder; empty when it came to its end, was stopped, goes on, is none, or cannot be read. */
    public static Optional<InterruptedRun> in(Path folder) throws IOException {
        RunDirectory directory = new RunDirectory(folder);
        StageName stage = PastRun.stageOf(directory);
        Path checkpoints = stage == StageName.SQUEEZE ? directory.checkpoints() : directory.synthesisCheckpoints();
        if (!Files.isDirectory(checkpoints)
                || !Files.isRegularFile(directory.experiment())
                || RunLog.saysEnded(directory.log())
                || RunLock.isHeld(directory)) {
            return Optional.empty();
        }
        try {
            Experiment experiment = ExperimentReader.read(directory.experiment());
            int done = stage == StageName.SQUEEZE ? epochsDone(directory) : columnsDone(directory);
            return Optional.of(new InterruptedRun(folder, stage, experiment, done));
        } catch (ConfigException e) {
            return Optional.empty();
        }
    }

    private static int columnsDone(RunDirectory directory) throws IOException {
        return StoredImages.in(directory).classes().stream()
                .mapToInt(stored -> stored.pictures().size())
                .min()
                .orElse(0);
    }

    private static int epochsDone(RunDirectory directory) throws IOException {
        AtomicInteger epochs = new AtomicInteger();
        RecordedPast.in(directory).tellMetrics(point -> {
            if (point.metric() == Metric.TEST_ACCURACY) {
                epochs.accumulateAndGet(point.iteration() + 1, Math::max);
            }
        });
        return epochs.get();
    }
}
