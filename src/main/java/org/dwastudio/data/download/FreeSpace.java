package org.dwastudio.data.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much room a disk has. */
@FunctionalInterface
interface FreeSpace {
    /** The disk itself says; less than nothing is how some very large ones do. */
    FreeSpace OF_DISK = folder -> {
        long bytes = Files.getFileStore(folder).getUsableSpace();
        return bytes < 0 ? Long.MAX_VALUE : bytes;
    };

    /** Bytes that can still be written below a folder that exists. */
    long below(Path folder) throws IOException;
}
