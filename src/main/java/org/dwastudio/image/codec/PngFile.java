package org.dwastudio.image.codec;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.image.ImageBatch;

/** Lossless storage of images as PNG files: 8-bit gray for one channel, 8-bit RGB for three. */
public final class PngFile {
    private PngFile() {}

    /**
     * Writes one image of a batch, replacing the file.
     *
     * @param texts text chunks of the file, by keyword
     * @throws IOException if the folder cannot be written
     */
    public static void write(ImageBatch block, int index, Path file, Map<String, String> texts) throws IOException {
        write(image(block, index), file, PngText.chunks(texts));
    }

    public static void write(ImageBatch block, int index, Path file, byte[] chunks) throws IOException {
        write(image(block, index), file, chunks);
    }

    public static void write(BufferedImage image, Path file, Map<String, String> texts) throws IOException {
        write(image, file, PngText.chunks(texts));
    }

    private static BufferedImage image(ImageBatch block, int index) {
        int type = block.channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
        BufferedImage image = new BufferedImage(block.width(), block.height(), type);
        int[] samples = new int[block.height() * block.width() * block.channels()];
        int first = index * samples.length;
        for (int i = 0; i < samples.length; i++) {
            samples[i] = block.bytes()[first + i] & 0xFF;
        }
        image.getRaster().setPixels(0, 0, block.width(), block.height(), samples);
        return image;
    }

    private static void write(BufferedImage image, Path file, byte[] chunks) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Explicit memory stream: ImageIO's default keeps its cache in a file on disk.
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("this Java runtime cannot write PNG files");
            }
        }
        AtomicFile.write(file, PngText.added(bytes.toByteArray(), chunks));
    }

    /**
     * Reads an image that {@link #write} wrote.
     *
     * @return batch of one image
     * @throws IOException if the file is missing, broken, or neither 8-bit gray nor 8-bit RGB
     */
    public static ImageBatch read(Path file) throws IOException {
        BufferedImage image = decode(file);
        // The raster holds the samples as stored; getRGB would convert gray values between color spaces.
        Raster raster = image.getRaster();
        int channels = raster.getNumBands();
        boolean plain = (channels == 1 || channels == 3) && !(image.getColorModel() instanceof IndexColorModel);
        if (!plain || raster.getSampleModel().getSampleSize(0) != 8) {
            throw new IOException(file + ": is neither an 8-bit grey nor an 8-bit colour picture");
        }
        int[] samples = raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
        byte[] bytes = new byte[samples.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) samples[i];
        }
        return new ImageBatch(1, raster.getHeight(), raster.getWidth(), channels, bytes);
    }

    private static BufferedImage decode(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        BufferedImage image;
        try {
            // ImageIO closes the stream.
            image = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new IOException(file + ": is a broken picture (" + e.getMessage() + ")", e);
        }
        if (image == null) {
            throw new IOException(file + ": is no picture");
        }
        return image;
    }
}
