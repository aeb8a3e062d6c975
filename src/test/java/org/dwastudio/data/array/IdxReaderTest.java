package org.dwastudio.data.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.dwastudio.data.DatasetException;
import org.dwastudio.image.ImageBatch;
import org.junit.jupiter.api.Test;

class IdxReaderTest {
    private static final byte[] TWO_IMAGES =
            bytes(0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255);
    private static final byte[] THREE_LABELS = bytes(0, 0, 8, 1, 0, 0, 0, 3, 7, 0, 9);

    @Test
    void imagesAreReadRowByRow() throws IOException {
        ImageBatch images = new IdxReader("images").readImages(new ByteArrayInputStream(TWO_IMAGES));

        assertThat(images.count()).isEqualTo(2);
        assertThat(images.height()).isEqualTo(2);
        assertThat(images.width()).isEqualTo(3);
        assertThat(images.channels()).isEqualTo(1);
        assertThat(images.at(0, 1, 0, 0)).isEqualTo(4);
        assertThat(images.at(1, 1, 2, 0)).isEqualTo(255);
    }

    @Test
    void labelsAreReadInOrder() throws IOException {
        assertThat(labelsOf(THREE_LABELS)).containsExactly(7, 0, 9);
    }

    @Test
    void gzipIsDetectedByItsFirstBytes() throws IOException {
        assertThat(labelsOf(gzip(THREE_LABELS))).containsExactly(7, 0, 9);
    }

    @Test
    void aFileThatIsNotIdxIsRejected() {
        assertRefused(bytes(0x89, 'P', 'N', 'G', 0, 0, 0, 0), "found the magic number 0x89504E47, expected 0x00000801");
    }

    @Test
    void valuesOtherThanUnsignedBytesAreRejected() {
        assertRefused(bytes(0, 0, 0x0D, 1, 0, 0, 0, 1, 0, 0, 0, 0), "type 0x0D, expected 0x08 (unsigned bytes)");
    }

    @Test
    void imagesGivenAsLabelsAreRejected() {
        assertRefused(TWO_IMAGES, "found 3 dimensions, expected 1 for labels", "swapped");
    }

    @Test
    void aHeaderCutShortIsRejected() {
        assertRefused(Arrays.copyOf(THREE_LABELS, 6), "truncated");
    }

    @Test
    void anEmptyFileIsRejected() {
        assertRefused(new byte[0], "truncated");
    }

    @Test
    void valuesCutShortAreRejected() {
        assertRefused(Arrays.copyOf(THREE_LABELS, 10), "found 2 bytes of values, expected 3", "truncated");
    }

    @Test
    void gzipCutShortIsRejected() throws IOException {
        byte[] whole = gzip(THREE_LABELS);
        assertRefused(Arrays.copyOf(whole, whole.length - 6), "truncated");
    }

    @Test
    void damagedGzipIsRejected() throws IOException {
        byte[] damaged = gzip(THREE_LABELS);
        damaged[damaged.length - 8] ^= 0x55;
        assertRefused(damaged, "gzip data is damaged");
    }

    @Test
    void bytesAfterTheEndAreRejected() {
        assertRefused(Arrays.copyOf(THREE_LABELS, 12), "more bytes after the 3 that its header announces");
    }

    @Test
    void anEmptyDimensionIsRejected() {
        assertRefused(bytes(0, 0, 8, 1, 0, 0, 0, 0), "found a dimension of 0, expected at least 1");
    }

    @Test
    void aSizeBeyondAnArrayIsRejectedBeforeAnythingIsRead() {
        byte[] huge = bytes(0, 0, 8, 3, 0x7F, 0, 0, 0, 0x7F, 0, 0, 0, 0x7F, 0, 0, 0);
        assertThatThrownBy(() -> new IdxReader("huge").readImages(new ByteArrayInputStream(huge)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("of values. Please ");
    }

    @Test
    void aFewCompressedBytesThatAnnounceMoreThanTheMemoryHoldsAreRejectedBeforeTheValuesAreRead() throws IOException {
        // 2 MB of zeros in 2 kB: a limit of 1 MB must hold for what the header announces, however small the file is.
        byte[] bomb = new byte[2_000_008];
        System.arraycopy(bytes(0, 0, 8, 1, 0, 0x1E, 0x84, 0x80), 0, bomb, 0, 8);
        ByteArrayInputStream file = new ByteArrayInputStream(gzip(bomb));

        assertThatThrownBy(() -> new IdxReader("bomb", 1_000_000).readLabels(file))
                .isInstanceOf(DatasetException.class)
                .hasMessage("bomb: it announces more than 1.0 MB of values. Please give the program more memory (Java's"
                        + " option -Xmx), or check that it is the right file.");
        assertThat(new IdxReader("bomb", 2_000_000).readLabels(new ByteArrayInputStream(gzip(bomb))))
                .hasSize(2_000_000);
    }

    private static void assertRefused(byte[] file, String... reasons) {
        assertThatThrownBy(() -> labelsOf(file))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("some/labels: ")
                .hasMessageContainingAll(reasons)
                .hasMessageContaining("Please ");
    }

    private static int[] labelsOf(byte[] file) throws IOException {
        byte[] labels = new IdxReader("some/labels").readLabels(new ByteArrayInputStream(file));
        int[] numbers = new int[labels.length];
        Arrays.setAll(numbers, i -> labels[i] & 0xFF);
        return numbers;
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
