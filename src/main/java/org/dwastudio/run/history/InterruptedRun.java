package org.dwastudio.run.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunDirectoryLock;
import org.dwastudio.run.RunLog;
import org.dwastudio.run.RunStatus;
import org.dwastudio.run.StageMarker;

/**
 * Stage that neither finished nor was stopped by the user, and can be resumed.
 *
 * @param folder the run folder
 * @param stage interrupted stage
 * @param experiment experiment up to the interruption
 * @param done columns whose images are on disk, or measured epochs of a squeeze; 0 for other stages
 */
public record InterruptedRun(Path folder, StageName stage, Experiment experiment, int done) {

    /** Returns the columns of a synthesis, or the epochs of another stage. */
    public int total() {
        return stage.columnsOrEpochs(experiment);
    }

    /** Returns the newest in a folder of runs; unreadable folders are skipped. */
    public static Optional<InterruptedRun> newestIn(Path runs) throws IOException {
        if (!Files.isDirectory(runs)) {
            return Optional.empty();
        }
        List<Path> newestFirst;
        try (Stream<Path> folders = Files.list(runs)) {
            newestFirst = folders.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path folder : newestFirst) {
            Optional<InterruptedRun> run = readable(folder);
            if (run.isPresent()) {
                return run;
            }
        }
        return Optional.empty();
    }

    private static Optional<InterruptedRun> readable(Path folder) {
        try {
            return in(folder);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the stage of a folder that can be resumed: an interrupted one, or a synthesis or squeeze that the user
     * stopped. Empty if there is none, or it is in progress.
     */
    public static Optional<InterruptedRun> resumableIn(Path folder) throws IOException {
        Optional<InterruptedRun> interrupted = in(folder);
        if (interrupted.isPresent()) {
            return interrupted;
        }
        RunDirectory directory = new RunDirectory(folder);
        return directory.end() == RunStatus.STOPPED ? creation(directory, true) : Optional.empty();
    }

    /**
     * Returns the interrupted stage of a folder; empty if the run finished, was stopped or is in progress, or if the
     * folder is no run or unreadable.
     */
    public static Optional<InterruptedRun> in(Path folder) throws IOException {
        RunDirectory directory = new RunDirectory(folder);
        Optional<InterruptedRun> later = afterSynthesis(directory);
        return later.isPresent() ? later : creation(directory, false);
    }

    /** Returns an interrupted stage that works on the images of a run. */
    private static Optional<InterruptedRun> afterSynthesis(RunDirectory directory) throws IOException {
        if (RunDirectoryLock.isHeld(directory)) {
            return Optional.empty();
        }
        return Arrays.stream(StageName.values())
                .flatMap(stage -> StageMarker.leftBehind(directory, stage)
                        .map(experiment -> new InterruptedRun(directory.folder(), stage, experiment, 0))
                        .stream())
                .findFirst();
    }

    /**
     * Returns an unfinished stage that creates images, or a teacher.
     *
     * @param stopped true to include one whose end is in the log
     */
    private static Optional<InterruptedRun> creation(RunDirectory directory, boolean stopped) throws IOException {
        RunKind kind = RunKind.of(directory);
        if (!Files.isDirectory(kind.checkpoints(directory))
                || !Files.isRegularFile(directory.experiment())
                || (!stopped && RunLog.reportsEnded(directory.log()))
                || RunDirectoryLock.isHeld(directory)) {
            return Optional.empty();
        }
        try {
            Experiment experiment = ExperimentReader.read(directory.experiment());
            return Optional.of(new InterruptedRun(directory.folder(), kind.stage(), experiment, kind.done(directory)));
        } catch (ConfigException e) {
            return Optional.empty();
        }
    }
}
