package org.dwastudio.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarEntriesTest {
    @Test
    void entriesFollowEachOtherWhetherTheirContentIsReadOrNot() throws IOException {
        byte[] tar = tar("first", "second", "third");

        try (TarEntries entries = new TarEntries(new ByteArrayInputStream(tar), 4096)) {
            assertThat(entries.next().orElseThrow().getName()).isEqualTo("first");
            assertThat(entries.next().orElseThrow().getName()).isEqualTo("second");
            assertThat(entries.content().readAllBytes()).isEqualTo(content("second"));
            assertThat(entries.next().orElseThrow().getName()).isEqualTo("third");
            assertThat(entries.next()).isEmpty();
        }
    }

    @Test
    void aContentLargerThanTheLimitForHeadersIsNoHeader() throws IOException {
        byte[] tar = tar("a", "b");

        // Contents have 9,000 bytes, of which none counts.
        try (TarEntries entries = new TarEntries(new ByteArrayInputStream(tar), 2048)) {
            assertThat(entries.next()).isPresent();
            assertThat(entries.next()).map(TarArchiveEntry::getName).contains("b");
        }
    }

    @Test
    void anArchiveThatEndsBetweenTwoEntriesIsTruncated() throws IOException {
        byte[] tar = tar("a", "b");

        // A header of 512 bytes, and 9,000 bytes of content in 18 blocks.
        try (TarEntries entries = new TarEntries(new ByteArrayInputStream(Arrays.copyOf(tar, 19 * 512)))) {
            assertThat(entries.next()).isPresent();
            assertThatThrownBy(entries::next).isInstanceOf(EOFException.class);
        }
        try (TarEntries entries = new TarEntries(new ByteArrayInputStream(tar))) {
            assertThat(entries.next()).isPresent();
            assertThat(entries.next()).isPresent();
            assertThat(entries.next()).isEmpty();
        }
    }

    /** GNU long name, GNU long link, extended header of an entry, extended header of all entries. */
    @ParameterizedTest
    @ValueSource(
            bytes = {
                TarConstants.LF_GNUTYPE_LONGNAME,
                TarConstants.LF_GNUTYPE_LONGLINK,
                TarConstants.LF_PAX_EXTENDED_HEADER_LC,
                TarConstants.LF_PAX_GLOBAL_EXTENDED_HEADER
            })
    void headersOfAnySizeAreRejectedAfterTheLimit(byte kind) throws IOException {
        CountingZeros endless = new CountingZeros();
        InputStream tar = new SequenceInputStream(new ByteArrayInputStream(header(kind, 1_500_000_000)), endless);

        try (TarEntries entries = new TarEntries(tar)) {
            assertThatThrownBy(entries::next)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the name or the headers of an entry have more than 1048576 bytes");
        }
        assertThat(endless.read).isLessThan(1_200_000);
    }

    @Test
    void longNamesWithinTheLimitAreRead() throws IOException {
        String name = "d/".repeat(400) + "image.png";

        try (TarEntries entries = new TarEntries(new ByteArrayInputStream(tar(name)))) {
            assertThat(entries.next()).map(TarArchiveEntry::getName).isEqualTo(Optional.of(name));
        }
    }

    /** A body of the declared size, made of digits and line breaks on demand. */
    private static final class CountingZeros extends InputStream {
        private long read;

        @Override
        public int read() {
            read++;
            return '1';
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            // "1500000000 path=111…": an extended header whose only field is as long as the header.
            byte[] start = "1500000000 path=".getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < length; i++) {
                bytes[offset + i] = read + i < start.length ? start[(int) (read + i)] : (byte) '1';
            }
            read += length;
            return length;
        }
    }

    private static byte[] header(byte kind, long size) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry("long", kind, true);
        entry.setSize(size);
        byte[] header = new byte[512];
        entry.writeEntryHeader(header);
        return header;
    }

    private static byte[] content(String name) {
        byte[] content = new byte[9_000];
        Arrays.fill(content, (byte) name.charAt(0));
        return content;
    }

    private static byte[] tar(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (String name : names) {
                TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_NORMAL, true);
                entry.setSize(9_000);
                tar.putArchiveEntry(entry);
                tar.write(content(name));
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }
}
