package org.dwastudio.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dwastudio.config.ConfigException;
import org.dwastudio.file.LockFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Entry of the list of sweeps.
 *
 * @param folder folder of the sweep
 * @param name name of its experiment; of a damaged sweep that of its folder
 * @param state state of the sweep
 * @param changed time of the last finished run, or of the start
 * @param done runs that have ended
 * @param planned all runs
 */
public record KnownSweep(Path folder, String name, State state, Instant changed, int done, int planned) {
    private static final Logger LOG = LoggerFactory.getLogger(KnownSweep.class);

    /** State of a sweep in a list. */
    public enum State {
        /** A process has the sweep. */
        RUNNING,
        /** The process of the sweep ended without an end of the sweep. */
        INTERRUPTED,
        /** The sweep was stopped, or trials were added after its end. */
        UNFINISHED,
        /** No run is left. */
        COMPLETE,
        /** The files of the sweep cannot be read. */
        DAMAGED
    }

    /**
     * Returns the sweeps of a folder, the newest first.
     *
     * @throws IOException if the folder cannot be read
     */
    public static List<KnownSweep> listIn(Path parent) throws IOException {
        List<KnownSweep> known = new ArrayList<>();
        if (Files.isDirectory(parent)) {
            try (Stream<Path> folders = Files.list(parent)) {
                for (Path folder : folders.filter(SweepRecord::isIn).toList()) {
                    known.add(of(folder));
                }
            }
        }
        known.sort(Comparator.comparing(KnownSweep::changed).reversed().thenComparing(KnownSweep::folder));
        return List.copyOf(known);
    }

    /**
     * Returns the newest interrupted sweep of a folder.
     *
     * @throws IOException if the folder cannot be read
     */
    public static Optional<KnownSweep> newestInterruptedIn(Path parent) throws IOException {
        return listIn(parent).stream()
                .filter(sweep -> sweep.state() == State.INTERRUPTED)
                .findFirst();
    }

    /** Returns true if runs are left that nobody is making. */
    public boolean canContinue() {
        return state == State.INTERRUPTED || state == State.UNFINISHED;
    }

    private static KnownSweep of(Path folder) {
        SweepFolder files = new SweepFolder(folder);
        Path newest = Files.isRegularFile(files.trials()) ? files.trials() : files.settings();
        Instant changed = Instant.EPOCH;
        try {
            changed = Files.getLastModifiedTime(newest).toInstant();
            SweepRecord record = SweepRecord.read(folder);
            int done = SweepProgress.done(record.trials());
            int planned = record.plannedRuns();
            return new KnownSweep(
                    folder, record.content().experiment().name(), state(files, done < planned), changed, done, planned);
        } catch (IOException | ConfigException e) {
            LOG.warn("{} cannot be read: {}", folder, e.getMessage());
            return new KnownSweep(folder, folder.getFileName().toString(), State.DAMAGED, changed, 0, 0);
        }
    }

    private static State state(SweepFolder files, boolean unfinished) throws IOException {
        // A process that is killed leaves the file of its lock, which a sweep that ends removes.
        boolean left = Files.exists(files.lock());
        if (left && LockFile.isHeld(files.lock())) {
            return State.RUNNING;
        }
        if (!unfinished) {
            return State.COMPLETE;
        }
        return left ? State.INTERRUPTED : State.UNFINISHED;
    }
}
