package org.dwastudio.image.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.dwastudio.image.ImageBatch;

/** Images of one color, written to files and read back. */
final class StoredImages {
    static final int RED = 0xFFC81E0A;

    private StoredImages() {}

    static ImageBatch read(Path file) throws IOException {
        return new ImageFile(file).read();
    }

    static Path write(Path folder, BufferedImage image, String format) throws IOException {
        Path file = folder.resolve("image." + format);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        return file;
    }

    static BufferedImage filled(int width, int height, int type, int color) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, color);
            }
        }
        return image;
    }
}
