package org.dwastudio.data.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Free space of a disk. */
@FunctionalInterface
interface FreeSpace {
    /** Free space that the file system reports; some very large disks report a negative number. */
    FreeSpace OF_DISK = folder -> {
        long bytes = Files.getFileStore(folder).getUsableSpace();
        return bytes < 0 ? Long.MAX_VALUE : bytes;
    };

    /** Returns the bytes that can still be written below an existing folder. */
    long below(Path folder) throws IOException;
}
