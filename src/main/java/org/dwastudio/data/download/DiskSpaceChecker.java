package org.dwastudio.data.download;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Objects;
import org.dwastudio.data.DatasetException;
import org.dwastudio.file.ByteSizes;

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
            throw new DatasetException(folder + " has " + ByteSizes.describe(free) + " free, and " + what + " needs "
                    + ByteSizes.describe(bytes) + ". Please make room, or choose a folder on another disk.");
        }
    }

    /** Creates the exception for a file that could not be written. */
    DatasetException cannotWrite(Path file, IOException failure) {
        if (isFull(file)) {
            return new DatasetException(
                    file + " cannot be written: the disk is full. Please make room, or choose a folder on another disk;"
                            + " the downloaded part is kept.",
                    failure);
        }
        String reason = failure instanceof AccessDeniedException ? "permission denied" : failure.getMessage();
        return new DatasetException(
                file + " cannot be written: " + reason + ". Please check the folder, or choose another one.", failure);
    }

    private boolean isFull(Path file) {
        try {
            return space.below(Objects.requireNonNull(file.toAbsolutePath().getParent())) < FULL;
        } catch (IOException e) {
            return false;
        }
    }
}
