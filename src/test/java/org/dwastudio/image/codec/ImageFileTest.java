package org.dwastudio.image.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dwastudio.image.codec.StoredImages.RED;
import static org.dwastudio.image.codec.StoredImages.filled;
import static org.dwastudio.image.codec.StoredImages.read;
import static org.dwastudio.image.codec.StoredImages.write;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.ImageHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "gif", "tiff"})
    void colorsComeOutAsTheyWereStored(String format) throws IOException {
        BufferedImage image = filled(3, 2, BufferedImage.TYPE_INT_RGB, RED);
        image.setRGB(2, 1, 0xFF0A64FF);

        ImageBatch decoded = read(write(folder, image, format));

        assertThat(new ImageFile(folder.resolve("image." + format)).header()).isEqualTo(new ImageHeader(3, 2, 3));
        assertThat(decoded.width()).isEqualTo(3);
        assertThat(decoded.height()).isEqualTo(2);
        assertPixel(decoded, 0, 0, 200, 30, 10);
        assertPixel(decoded, 1, 2, 10, 100, 255);
    }

    @Test
    void aGrayPngKeepsItsValuesAndOneChannel() throws IOException {
        BufferedImage image = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < 256; x++) {
            image.getRaster().setSample(x, 0, 0, x);
        }

        ImageBatch decoded = read(write(folder, image, "png"));

        assertThat(decoded.channels()).isEqualTo(1);
        for (int x = 0; x < 256; x++) {
            assertThat(decoded.at(0, 0, x, 0)).isEqualTo(x);
        }
    }

    @Test
    void sixteenBitsBecomeEightByRounding() throws IOException {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setPixels(0, 0, 3, 1, new int[] {65535, 257 * 100 + 128, 257 * 100 + 129});

        ImageBatch decoded = read(write(folder, image, "png"));

        assertThat(decoded.bytes()).containsExactly((byte) 255, (byte) 100, (byte) 101);
    }

    @Test
    void transparencyIsLeftAside() throws IOException {
        ImageBatch decoded = read(write(folder, filled(2, 2, BufferedImage.TYPE_INT_ARGB, 0x00C81E0A), "png"));

        assertThat(decoded.channels()).isEqualTo(3);
        assertPixel(decoded, 1, 1, 200, 30, 10);
    }

    @Test
    void aPaletteIsColorUnlessAllOfItIsGray() throws IOException {
        assertThat(palette(new byte[] {0, (byte) 200}, new byte[] {0, 30}).channels())
                .isEqualTo(3);
        assertPixel(palette(new byte[] {0, (byte) 200}, new byte[] {0, 30}), 0, 1, 200, 30, 30);

        ImageBatch gray = palette(new byte[] {9, 77}, new byte[] {9, 77});
        assertThat(gray.channels()).isEqualTo(1);
        assertThat(gray.bytes()).containsExactly(9, 77);
    }

    @Test
    void aJpegIsReadInColorOrGray() throws IOException {
        ImageBatch color = read(write(folder, filled(16, 16, BufferedImage.TYPE_INT_RGB, RED), "jpg"));
        assertThat(color.at(0, 8, 8, 0)).isCloseTo(200, within(3));
        assertThat(color.at(0, 8, 8, 1)).isCloseTo(30, within(3));

        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSamples(0, 0, 16, 16, 0, filledWith(60, 256));
        ImageBatch gray = read(write(folder, image, "jpg"));
        assertThat(gray.channels()).isEqualTo(1);
        assertThat(gray.at(0, 8, 8, 0)).isCloseTo(60, within(3));
    }

    @Test
    void cmykBecomesRgb() throws IOException, URISyntaxException {
        ImageFile file = new ImageFile(
                Path.of(ImageFileTest.class.getResource("/data/cmyk.jpg").toURI()));

        ImageBatch decoded = file.read();

        assertThat(file.header()).isEqualTo(new ImageHeader(16, 16, 3));
        assertThat(decoded.at(0, 8, 2, 0)).as("red in cyan").isLessThan(60);
        assertThat(decoded.at(0, 8, 2, 2)).as("blue in cyan").isGreaterThan(180);
        assertThat(decoded.at(0, 8, 13, 0)).as("red in black").isLessThan(60);
        assertThat(decoded.at(0, 8, 13, 2)).as("blue in black").isLessThan(60);
    }

    @ParameterizedTest
    @CsvSource({"png, 60", "jpg, 400", "gif, 25", "bmp, 70"})
    void aFileThatEndsEarlyIsRejected(String format, int kept) throws IOException {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * 64; i++) {
            image.setRGB(i % 64, i / 64, i * 7919);
        }
        Path file = write(folder, image, format);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), kept + 200));

        assertThatThrownBy(() -> read(file)).isInstanceOf(IOException.class).satisfies(failure -> assertThat(
                        failure.getMessage())
                .matches("the file ends too early, it is truncated|the image is damaged \\(.*\\)"));
    }

    @Test
    void aSmallFileThatAnnouncesManyPixelsIsRejectedBeforeTheyTakeMemory() throws IOException {
        byte[] content = Files.readAllBytes(write(folder, new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png"));
        // Width and height follow the signature, the length and the type of the first chunk.
        ByteBuffer.wrap(content).putInt(16, 13_000).putInt(20, 13_000);
        Path file = Files.write(folder.resolve("large.png"), content);

        assertThatThrownBy(() -> read(file)).hasMessage("it has 169000000 pixels, more than 16000000");
        assertThatThrownBy(() -> PngFile.read(file)).hasMessageContaining("more than 16000000");
    }

    @Test
    void whatIsNoImageOrEmptyIsRejected() throws IOException {
        Path text = Files.writeString(folder.resolve("text.png"), "hello");
        Path empty = Files.writeString(folder.resolve("empty.png"), "");

        assertThatThrownBy(() -> read(text)).hasMessageStartingWith("it is not a readable image");
        assertThatThrownBy(() -> read(empty)).hasMessage("the file is empty");
        assertThatThrownBy(() -> read(folder.resolve("gone.png"))).hasMessageStartingWith("there is no such file");
    }

    @Test
    void imagesAreDetectedByTheirExtensions() {
        assertThat(ImageFile.hasImageExtension("a.JPEG")).isTrue();
        assertThat(ImageFile.hasImageExtension("a.b.png")).isTrue();
        assertThat(ImageFile.hasImageExtension("._a.jpg")).isFalse();
        assertThat(ImageFile.hasImageExtension("Thumbs.db")).isFalse();
        assertThat(ImageFile.hasImageExtension("png")).isFalse();
    }

    private ImageBatch palette(byte[] red, byte[] green) throws IOException {
        BufferedImage image =
                new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 2, red, green, green));
        image.getRaster().setPixels(0, 0, 2, 1, new int[] {0, 1});
        return read(write(folder, image, "png"));
    }

    private static int[] filledWith(int value, int count) {
        int[] values = new int[count];
        Arrays.fill(values, value);
        return values;
    }

    private static void assertPixel(ImageBatch decoded, int y, int x, int red, int green, int blue) {
        assertThat(new int[] {decoded.at(0, y, x, 0), decoded.at(0, y, x, 1), decoded.at(0, y, x, 2)})
                .containsExactly(red, green, blue);
    }

    /** A lossy and a lossless image of one pixel. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA",
                "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="
            })
    void webpIsRead(String content) throws IOException {
        byte[] bytes = Base64.getDecoder().decode(content);

        assertThat(ImageFile.header(bytes).width()).isEqualTo(1);
        assertThat(ImageFile.decoded(bytes, 0).bytes()).hasSize(3);
    }

    @Test
    void twelveBitsInSixteenBecomeVisibleWithTheirWhiteLevel() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSample(0, 0, 0, 4095);
        image.getRaster().setSample(1, 0, 0, 2048);
        Path file = write(folder, image, "png");

        assertThat(new ImageFile(file).deepValues()).contains(new DeepValues(16, 4095));
        assertThat(new ImageFile(file).read().at(0, 0, 0, 0)).isEqualTo(16);
        assertThat(new ImageFile(file).read(4095).at(0, 0, 0, 0)).isEqualTo(255);
        assertThat(new ImageFile(file).read(4095).at(0, 0, 1, 0)).isEqualTo(128);
        assertThat(new ImageFile(file).read(1000).at(0, 0, 1, 0)).isEqualTo(255);
    }

    @Test
    void imagesOfFloatingPointNumbersAreNotSupportedAndSayso() throws IOException {
        float[] values = {0.25f, 1e6f};
        ComponentColorModel colors = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY), false, false, Transparency.OPAQUE, DataBuffer.TYPE_FLOAT);
        WritableRaster raster = colors.createCompatibleWritableRaster(2, 1);
        raster.setPixels(0, 0, 2, 1, values);
        Path file = write(folder, new BufferedImage(colors, raster, false, null), "tiff");

        assertThatThrownBy(() -> read(file)).hasMessageContainingAll("floating-point", "not supported");
    }

    @Test
    void devicesAndFoldersAreNotRead() {
        assumeTrue(Files.exists(Path.of("/dev/zero")));

        assertThatThrownBy(() -> new ImageFile(Path.of("/dev/zero")).read()).hasMessageContaining("not a regular file");
        assertThatThrownBy(() -> new ImageFile(Path.of("/dev/zero")).header())
                .hasMessageContaining("not a regular file");
        assertThatThrownBy(() -> PngFile.read(Path.of("/dev/zero"))).hasMessageContaining("not a regular file");
        assertThatThrownBy(() -> new ImageFile(folder).read()).hasMessageContaining("a folder");
    }
}
