package org.dwastudio.attack;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.codec.ImageFile;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.run.ImageOrigin;

/** Readers of single images. */
final class ImageReaders {
    private static final int SIDE = 24;
    private static final ForeignReader.Limits WITHOUT_NAME = new ForeignReader.Limits(512L << 20, 50_000, false);

    private ImageReaders() {}

    static List<ForeignReader> all() {
        return List.of(
                of("PNG of colors", "a.png", image(BufferedImage.TYPE_INT_RGB)),
                of("PNG of gray", "a.png", image(BufferedImage.TYPE_BYTE_GRAY)),
                of("PNG of 16 bits", "a.png", image(BufferedImage.TYPE_USHORT_GRAY)),
                of("PNG with transparency", "a.png", image(BufferedImage.TYPE_INT_ARGB)),
                of("PNG of a palette", "a.png", palette()),
                of("JPEG", "a.jpg", image(BufferedImage.TYPE_INT_RGB)),
                of("JPEG of gray", "a.jpg", image(BufferedImage.TYPE_BYTE_GRAY)),
                of("GIF", "a.gif", palette()),
                of("BMP", "a.bmp", image(BufferedImage.TYPE_INT_RGB)),
                of("TIFF", "a.tif", image(BufferedImage.TYPE_INT_RGB)),
                of("TIFF of 16 bits", "a.tif", image(BufferedImage.TYPE_USHORT_GRAY)),
                of("JPEG of CMYK", "a.jpg", file -> Files.copy(Path.of("src/test/resources/data/cmyk.jpg"), file)),
                of("WebP", "a.webp", stored("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA")),
                of("WebP without loss", "a.webp", stored("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")),
                origin("PNG with its origin", "a.png"),
                origin("JPEG with its origin", "a.jpg"));
    }

    /** Writer of an image. */
    private interface Image {
        void writeTo(Path file) throws IOException;
    }

    private static ForeignReader of(String name, String file, Image image) {
        return ForeignReader.of(
                        name,
                        folder -> image.writeTo(folder.resolve(file)),
                        file,
                        (folder, scratch) -> read(folder.resolve(file)))
                .within(WITHOUT_NAME);
    }

    private static void read(Path file) throws IOException {
        ImageFile image = new ImageFile(file);
        image.header();
        image.deepValues();
        ImageBatch pixels = image.read(4095);
        if (pixels.width() < 1 || pixels.bytes().length != pixels.width() * pixels.height() * pixels.channels()) {
            throw new AssertionError("not an image: " + pixels);
        }
    }

    private static ForeignReader origin(String name, String file) {
        return ForeignReader.of(name, folder -> withOrigin(folder.resolve(file)), file, (folder, scratch) -> {
                    Optional<ImageOrigin> origin = ImageOrigin.read(folder.resolve(file));
                    if (origin.isPresent()) {
                        origin.get().withoutFolders().texts();
                    }
                    if (file.endsWith("png")) {
                        PngFile.read(folder.resolve(file));
                    }
                })
                .within(ForeignReader.Limits.IMAGES);
    }

    private static void withOrigin(Path file) throws IOException {
        image(BufferedImage.TYPE_INT_RGB).writeTo(file);
        ImageOrigin origin = ImageOrigin.of(SynthesisPresets.demonstration());
        byte[] content = Files.readAllBytes(file);
        Files.write(file, file.toString().endsWith("png") ? origin.inPng(content) : origin.inJpeg(content));
    }

    private static Image image(int type) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, type);
        for (int i = 0; i < SIDE * SIDE; i++) {
            image.setRGB(i % SIDE, i / SIDE, 0xFF000000 | i * 7919);
        }
        return written(image);
    }

    private static Image palette() {
        byte[] shades = {0, 60, 120, -1};
        BufferedImage image = new BufferedImage(
                SIDE, SIDE, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(2, 4, shades, shades, shades));
        for (int i = 0; i < SIDE * SIDE; i++) {
            image.getRaster().setSample(i % SIDE, i / SIDE, 0, i % 4);
        }
        return written(image);
    }

    private static Image written(BufferedImage image) {
        return file -> {
            String format = file.toString().replaceFirst(".*\\.", "");
            if (!ImageIO.write(image, format.equals("tif") ? "tiff" : format, file.toFile())) {
                throw new IOException("cannot write " + format);
            }
        };
    }

    private static Image stored(String content) {
        return file -> Files.write(file, Base64.getDecoder().decode(content));
    }
}
