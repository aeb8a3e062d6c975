package org.dwastudio.run.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.run.snapshot.SnapshotReader;
import org.dwastudio.run.snapshot.SnapshotWriter;

/**
 * Snapshots of several parts in sequence. Parts of earlier versions have none.
 *
 * @param parts in the order of their columns
 */
record JoinedSnapshots(List<RunPart> parts) {

    void write(Path file) throws IOException {
        if (parts.stream().anyMatch(part -> Files.exists(part.directory().snapshots()))) {
            AtomicFile.write(file, this::writeAll);
        }
    }

    private void writeAll(Path file) throws IOException {
        try (SnapshotWriter out = new SnapshotWriter(file, 0, Long.MAX_VALUE)) {
            for (RunPart part : parts) {
                if (Files.exists(part.directory().snapshots())) {
                    copy(part, out);
                }
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
            for (int i = 0; i < in.snapshots().size(); i++) {
                out.add(in.snapshots().get(i), in.images(i), in.classes());
            }
        }
    }
}
