package org.dwastudio.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.io.input.ChecksumInputStream;

/** Content of the entries of a zip archive. */
public final class ZipContent {
    private ZipContent() {}

    /**
     * Returns a stream that fails at the end of an entry if its content does not match its checksum.
     *
     * @param content content of the entry
     */
    public static InputStream checked(InputStream content, ZipEntry entry) throws IOException {
        return ChecksumInputStream.builder()
                .setInputStream(content)
                .setChecksum(new CRC32())
                .setExpectedChecksumValue(entry.getCrc())
                .setCountThreshold(entry.getSize())
                .get();
    }
}
