package org.dwastudio.file;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.Message;

/**
 * Entries of a tar archive. The headers of an entry may take a limited number of bytes: long names and extended headers
 * have any declared size and are held in memory, so that a small compressed file could fill it.
 */
public final class TarEntries implements AutoCloseable {
    /** Paths have at most some thousand bytes, and extended headers some more fields. */
    private static final long MOST_HEADER_BYTES = 1 << 20;

    private static final int BLOCK = 512;

    private final Budget budget;
    private final TarArchiveInputStream tar;

    /**
     * Creates an iteration.
     *
     * @param stream a tar archive without compression; closed with this
     */
    public TarEntries(InputStream stream) {
        this(stream, MOST_HEADER_BYTES);
    }

    /** Creates an iteration with another limit for the headers of an entry, in bytes. */
    TarEntries(InputStream stream, long mostHeaderBytes) {
        budget = new Budget(stream, mostHeaderBytes);
        tar = new TarArchiveInputStream(budget);
    }

    /**
     * Returns the next entry; empty at the end of the archive. What was not read of the previous one is skipped.
     * Archives end with blocks of zeros; without one, the rest of the archive is missing.
     *
     * @throws IOException if the archive is damaged, or the headers of the entry are too large, with a message without
     *     the name of the archive
     */
    public Optional<TarArchiveEntry> next() throws IOException {
        while (tar.getCurrentEntry() != null && tar.skip(Long.MAX_VALUE) > 0) {
            // A skip may be shorter than requested.
        }
        budget.begin();
        try {
            Optional<TarArchiveEntry> next = Optional.ofNullable(tar.getNextEntry());
            if (next.isEmpty() && budget.zeros < BLOCK) {
                throw new EOFException();
            }
            return next;
        } finally {
            budget.end();
        }
    }

    /** Returns the content of the current entry; not to be closed. */
    public InputStream content() {
        return tar;
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    /** Stream that counts what is read of headers, and the zeros at their end. */
    private static final class Budget extends FilterInputStream {
        private final long most;
        private boolean counts;
        private long left;
        private long zeros;

        Budget(InputStream stream, long most) {
            super(stream);
            this.most = most;
        }

        void begin() {
            counts = true;
            left = most;
        }

        void end() {
            counts = false;
        }

        @Override
        public int read() throws IOException {
            charge(1);
            int read = super.read();
            zeros = read == 0 ? zeros + 1 : read < 0 ? zeros : 0;
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            charge(read);
            for (int i = offset; i < offset + read; i++) {
                zeros = bytes[i] == 0 ? zeros + 1 : 0;
            }
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            charge(skipped);
            return skipped;
        }

        private void charge(long bytes) throws IOException {
            left -= counts ? Math.max(0, bytes) : 0;
            if (left < 0) {
                throw new DescribedIOException(Message.of("archive.headers", most));
            }
        }
    }
}
