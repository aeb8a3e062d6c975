package org.dwastudio.image.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.run.TestImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngFileTest {
    private static final Map<String, String> TEXTS = Map.of("Software", "a test");

    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void anImageComesBackAsItWasWritten(int channels) throws IOException {
        ImageBatch block = TestImages.random(3, 17, channels, 5);
        Path file = temp.resolve("image.png");

        PngFile.write(block, 2, file, TEXTS);
        ImageBatch back = PngFile.read(file);

        assertThat(back.channels()).isEqualTo(channels);
        assertThat(back.width()).isEqualTo(17);
        assertThat(back.bytes()).isEqualTo(TestImages.bytesOf(block, 2));
        assertThat(temp).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void colorImagesShowTheSameColorsElsewhere() throws IOException {
        PngFile.write(
                new ImageBatch(1, 1, 2, 3, new byte[] {(byte) 200, 10, 30, 1, 2, 3}), 0, temp.resolve("a.png"), TEXTS);

        BufferedImage image = ImageIO.read(temp.resolve("a.png").toFile());

        assertThat(image.getRGB(0, 0)).isEqualTo(0xFFC80A1E);
        assertThat(image.getRGB(1, 0)).isEqualTo(0xFF010203);
    }

    @Test
    void aFileThatIsNoImageIsRejected() throws IOException {
        Path file = Files.writeString(temp.resolve("a.png"), "not an image");

        assertThatThrownBy(() -> PngFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": is not an image");
    }

    @Test
    void anImageThatIsCutShortIsRejected() throws IOException {
        Path file = temp.resolve("a.png");
        PngFile.write(TestImages.random(1, 28, 1, 1), 0, file, TEXTS);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 60));

        assertThatThrownBy(() -> PngFile.read(file)).hasMessageStartingWith(file + ": is a broken image");
    }

    @Test
    void anImageOfAnotherKindIsRejected() throws IOException {
        Path file = temp.resolve("a.png");
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_ARGB), "png", file.toFile());

        assertThatThrownBy(() -> PngFile.read(file)).hasMessageContaining("neither an 8-bit gray nor an 8-bit color");
    }
}
