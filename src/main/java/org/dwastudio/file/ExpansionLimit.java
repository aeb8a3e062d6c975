package org.dwastudio.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Limit on the size of the content of an archive of images. Images hardly shrink; drawings of few colors without
 * compression shrink to a fiftieth.
 */
public final class ExpansionLimit {
    private static final int MOST_TIMES = 100;
    private static final long HARMLESS_BYTES = 256L << 20;

    private ExpansionLimit() {}

    /**
     * Returns the most bytes that the content may take: 100 times the size of the archive, but at least 256 MiB.
     *
     * @param most upper end of the limit, in bytes
     * @throws IOException if the size of the archive cannot be read
     */
    public static long of(Path archive, long most) throws IOException {
        long size = Math.min(most, Files.size(archive));
        return Math.min(most, Math.max(HARMLESS_BYTES, MOST_TIMES * size));
    }
}
