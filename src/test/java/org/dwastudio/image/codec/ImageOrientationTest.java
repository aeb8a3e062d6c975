package org.dwastudio.image.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dwastudio.image.codec.StoredImages.RED;
import static org.dwastudio.image.codec.StoredImages.filled;
import static org.dwastudio.image.codec.StoredImages.read;
import static org.dwastudio.image.codec.StoredImages.write;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.ImageHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The orientation that a camera notes in a JPEG file. */
class ImageOrientationTest {
    @TempDir
    private Path folder;

    /** Checks the corner that is marked at the top left of the stored image, 32 wide and 16 high. */
    @ParameterizedTest
    @CsvSource({
        "1, false, false, false",
        "2, false, false, true",
        "3, false, true, true",
        "4, false, true, false",
        "5, true, false, false",
        "6, true, false, true",
        "7, true, true, true",
        "8, true, true, false"
    })
    void anImageIsRotatedByItsOrientation(int tag, boolean turned, boolean bottom, boolean right) throws IOException {
        BufferedImage image = filled(32, 16, BufferedImage.TYPE_INT_RGB, 0xFF000000);
        image.getGraphics().fillRect(0, 0, 8, 8);
        Path file = folder.resolve("held.jpg");
        Files.write(file, withOrientation(Files.readAllBytes(write(folder, image, "jpg")), tag));

        ImageBatch decoded = read(file);

        assertThat(decoded.width()).isEqualTo(turned ? 16 : 32);
        assertThat(decoded.height()).isEqualTo(turned ? 32 : 16);
        assertThat(new ImageFile(file).header()).isEqualTo(new ImageHeader(decoded.width(), decoded.height(), 3));
        for (boolean atBottom : new boolean[] {false, true}) {
            for (boolean atRight : new boolean[] {false, true}) {
                int value = decoded.at(0, atBottom ? decoded.height() - 4 : 3, atRight ? decoded.width() - 4 : 3, 0);
                assertThat(value > 128)
                        .as("mark at bottom %s, right %s", atBottom, atRight)
                        .isEqualTo(atBottom == bottom && atRight == right);
            }
        }
    }

    @Test
    void aDamagedNoteOnTheOrientationDoesNotHideTheImage() throws IOException {
        Path file = folder.resolve("held.jpg");
        byte[] bytes = withOrientation(Files.readAllBytes(write(folder, filled(32, 16, 1, RED), "jpg")), 6);
        bytes[2 + 4 + 6 + 4] = 99;
        Files.write(file, bytes);

        assertThat(read(file).width()).isEqualTo(32);
    }

    /** Inserts an Exif segment with one entry after the start of a JPEG file. */
    private static byte[] withOrientation(byte[] jpeg, int tag) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(jpeg, 0, 2);
        out.writeShort(0xFFE1);
        out.writeShort(2 + 6 + 8 + 2 + 12 + 4);
        out.write("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII));
        out.writeInt(8);
        out.writeShort(1);
        out.writeShort(0x0112);
        out.writeShort(3);
        out.writeInt(1);
        out.writeShort(tag);
        out.writeShort(0);
        out.writeInt(0);
        out.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }
}
