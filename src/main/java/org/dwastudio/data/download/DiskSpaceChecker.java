package org.dwastudio.data.download;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.dwastudio.data.DatasetException;
import org.dwastudio.file.ByteSizes;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/** Check of a disk's free space, and messages for failed writes. */
final class DiskSpaceChecker {
    /** A disk with less free space counts as full. */
    private static final long FULL = 1 << 20;

    private final FreeSpace space;

    DiskSpaceChecker(FreeSpace space) {
        this.space = space;
    }

    /**
     * Checks that a folder's disk has enough space.
     *
     * @throws DatasetException if it does not
     */
    void require(long bytes, Path folder, String what) throws IOException {
        long free = space.below(folder);
        if (free < bytes) {
            throw new DatasetException(
                    Message.of("download.space", folder, ByteSizes.describe(free), what, ByteSizes.describe(bytes)));
        }
    }

    /** Creates the exception for a file that could not be written. */
    DatasetException cannotWrite(Path file, IOException failure) {
        if (isFull(file)) {
            return new DatasetException(Message.of("download.diskFull", file), failure);
        }
        return new DatasetException(Message.of("download.unwritable", file, FailureCause.reason(failure)), failure);
    }

    private boolean isFull(Path file) {
        try {
            return space.below(Objects.requireNonNull(file.toAbsolutePath().getParent())) < FULL;
        } catch (IOException e) {
            return false;
        }
    }
}
