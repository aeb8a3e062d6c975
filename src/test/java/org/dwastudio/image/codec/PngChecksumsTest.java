package org.dwastudio.image.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dwastudio.image.ImageBatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flipped bits in PNG images: the decoder of the JDK accepts other pixels. */
class PngChecksumsTest {
    private static final String DAMAGED = "a checksum in it does not match its content";

    @TempDir
    private Path folder;

    private Path file;
    private byte[] png;

    @BeforeEach
    void writeAnImage() throws IOException {
        file = folder.resolve("a.png");
        PngFile.write(new ImageBatch(1, 1, 2, 1, new byte[] {1, 2}), 0, file, Map.of("Title", "mine"));
        png = Files.readAllBytes(file);
    }

    @Test
    void pixelsWithAnotherChecksumAreRefused() throws IOException {
        flip("IEND", -5);

        assertThatThrownBy(() -> PngFile.read(file))
                .hasMessageContaining(file + ": ")
                .hasMessageContaining(DAMAGED);
        assertThatThrownBy(() -> new ImageFile(file).read()).hasMessage(DAMAGED);
    }

    @Test
    void aFlippedBitInTheKindOfATextIsRefusedWhereTextsAreRead() throws IOException {
        flip("iTXt", 1);

        assertThatThrownBy(() -> PngText.read(file))
                .hasMessageContaining(file + ": ")
                .hasMessageContaining(DAMAGED);
    }

    /** Other programs show such an image, too. */
    @Test
    void aDamagedTextDoesNotSpoilAnImage() throws IOException {
        flip("iTXt", 6);

        assertThat(new ImageFile(file).read().bytes()).containsExactly(1, 2);
        assertThatThrownBy(() -> PngText.read(file)).hasMessageContaining(file.toString());
    }

    /** Flips the lowest bit of a byte of a chunk, counted from its kind. */
    private void flip(String chunk, int place) throws IOException {
        int at = new String(png, StandardCharsets.ISO_8859_1).indexOf(chunk) + place;
        png[at] ^= 1;
        Files.write(file, png);
    }
}
