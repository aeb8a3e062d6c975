package org.dwastudio.run.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.event.RunEvent;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.snapshot.Snapshot;
import org.dwastudio.run.snapshot.SnapshotWriter;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/** Snapshots of a run on the disk. A failure of the disk ends them, not the run. */
final class RecordedSnapshots implements AutoCloseable {
    private final Optional<SnapshotWriter> writer;
    private final Optional<IOException> notStarted;
    private int classes;
    private boolean reported;

    /**
     * Starts or continues the file.
     *
     * @param kept number of first bytes that stay
     * @param budget largest size of the file, in bytes
     */
    RecordedSnapshots(Path file, long kept, long budget) {
        Optional<SnapshotWriter> started = Optional.empty();
        Optional<IOException> failure = Optional.empty();
        try {
            started = Optional.of(new SnapshotWriter(file, kept, budget));
        } catch (IOException e) {
            failure = Optional.of(e);
        }
        writer = started;
        notStarted = failure;
    }

    void begin(int classCount) {
        classes = classCount;
    }

    void add(RunEvent.SnapshotTaken taken) {
        Snapshot place = new Snapshot(
                taken.column(),
                taken.firstClass(),
                taken.iteration(),
                taken.images().count());
        writer.ifPresent(open -> open.add(place, taken.images(), classes));
    }

    /** Waits for the disk and returns the length of the file; 0 without one. */
    long bytes() {
        return writer.map(SnapshotWriter::bytes).orElse(0L);
    }

    /** Returns the failure of the disk as a message, once. */
    Optional<Message> newFailure(Path folder) {
        Optional<IOException> failure =
                reported ? Optional.empty() : notStarted.or(() -> writer.flatMap(SnapshotWriter::failure));
        reported = reported || failure.isPresent();
        return failure.map(cause ->
                Message.of("run.snapshotsEnded", FailureCause.reason(RunFolderException.cannotWrite(folder, cause))));
    }

    @Override
    public void close() {
        writer.ifPresent(SnapshotWriter::close);
    }
}
