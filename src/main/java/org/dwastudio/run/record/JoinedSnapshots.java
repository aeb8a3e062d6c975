package org.dwastudio.run.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.run.snapshot.Snapshot;
import org.dwastudio.run.snapshot.SnapshotReader;
import org.dwastudio.run.snapshot.SnapshotWriter;
import org.dwastudio.text.DescribedFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Snapshots of several parts in sequence. Parts of earlier versions have none; what is damaged is left out.
 *
 * @param parts in the order of their columns
 */
record JoinedSnapshots(List<RunPart> parts) {
    private static final Logger LOG = LoggerFactory.getLogger(JoinedSnapshots.class);

    void write(Path file) throws IOException {
        List<RunPart> kept =
                parts.stream().filter(JoinedSnapshots::hasSnapshots).toList();
        if (!kept.isEmpty()) {
            AtomicFile.write(file, partial -> writeAll(kept, partial));
        }
    }

    private static boolean hasSnapshots(RunPart part) {
        try (SnapshotReader in = SnapshotReader.open(part.directory().snapshots())) {
            if (in.snapshots().isEmpty()) {
                return false;
            }
            in.images(0);
            return true;
        } catch (IOException e) {
            LOG.warn(
                    "{} is joined without images at earlier iterations: {}",
                    part.directory().folder(),
                    e.getMessage());
            return false;
        }
    }

    private static void writeAll(List<RunPart> parts, Path file) throws IOException {
        try (SnapshotWriter out = new SnapshotWriter(file, 0, Long.MAX_VALUE)) {
            for (RunPart part : parts) {
                copy(part, out);
            }
            out.bytes();
            Optional<IOException> failure = out.failure();
            if (failure.isPresent()) {
                throw failure.get();
            }
        }
    }

    private static void copy(RunPart part, SnapshotWriter out) throws IOException {
        try (SnapshotReader in = SnapshotReader.open(part.directory().snapshots())) {
            List<Snapshot> places = in.snapshots();
            for (int i = 0; i < places.size(); i++) {
                try {
                    out.add(places.get(i), in.images(i), in.classes());
                } catch (DescribedFileException e) {
                    LOG.warn("A snapshot is left out: {}", e.getMessage());
                }
            }
        }
    }
}
