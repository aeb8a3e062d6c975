package org.dwastudio.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.ChecksumInputStream;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;

/** Content of the entries of a zip archive. */
public final class ZipContent {
    /** Bytes of the header in front of a content, without the name. */
    private static final int HEADER = 30;
    /** Place of the length of the name in the header. */
    private static final int NAME_LENGTH = 26;

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

    /**
     * Checks the names of all entries, which the checksums do not cover: they are stored in front of the contents and in
     * the directory of the archive.
     *
     * @throws IOException if the two differ, with a message without the name of the archive
     */
    public static void requireNames(Path archive) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(archive).get();
                FileChannel file = BoundedFile.openChannel(archive)) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                requireName(entry, file);
            }
        }
    }

    /**
     * Checks the number of entries: a directory that is damaged in the middle can be read as a shorter one.
     *
     * @param count number of entries that were found
     * @throws IOException if the directory is damaged or has another number, with a message without the name of the
     *     archive
     */
    public static void requireCount(Path archive, int count) throws IOException {
        // The names are not used: any bytes are a text in this encoding.
        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(archive.toFile(), StandardCharsets.ISO_8859_1)) {
            if (zip.size() != count) {
                throw new DescribedIOException(Message.of("archive.count", zip.size(), count));
            }
        }
    }

    /**
     * Checks the name of an entry.
     *
     * @param file the archive
     * @throws IOException if its name in the directory is another one, with a message without the name of the archive
     */
    public static void requireName(ZipArchiveEntry entry, FileChannel file) throws IOException {
        ByteBuffer header = read(file, entry.getLocalHeaderOffset(), HEADER);
        int length = Short.toUnsignedInt(header.getShort(NAME_LENGTH));
        byte[] name = read(file, entry.getLocalHeaderOffset() + HEADER, length).array();
        if (!Arrays.equals(name, entry.getRawName())) {
            throw new DescribedIOException(Message.of(
                    "archive.otherName",
                    PrintableText.name(new String(name, StandardCharsets.UTF_8)),
                    PrintableText.name(entry.getName())));
        }
    }

    private static ByteBuffer read(FileChannel file, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw new EOFException();
            }
        }
        return bytes;
    }
}
