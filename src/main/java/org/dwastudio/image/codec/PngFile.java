package org.dwastudio.image.codec;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/** Lossless storage of images as PNG files: 8-bit gray for one channel, 8-bit RGB for three. */
public final class PngFile {
    private static final long MOST_BYTES = 1L << 30;

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

    /** Returns the file of the first image of a batch. */
    public static byte[] encoded(ImageBatch block) throws IOException {
        return encoded(image(block, 0));
    }

    private static void write(BufferedImage image, Path file, byte[] chunks) throws IOException {
        AtomicFile.write(file, PngText.added(encoded(image), chunks));
    }

    private static byte[] encoded(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Explicit memory stream: ImageIO's default keeps its cache in a file on disk.
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("this Java runtime cannot write PNG files");
            }
        }
        return bytes.toByteArray();
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
            throw new DescribedIOException(Message.of("image.depth", file));
        }
        int[] samples = raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
        byte[] bytes = new byte[samples.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) samples[i];
        }
        return new ImageBatch(1, raster.getHeight(), raster.getWidth(), channels, bytes);
    }

    /**
     * Returns the bytes of a file as they are stored.
     *
     * @throws FileSystemException if it is not a regular file, cannot be read or is larger than any image
     */
    public static byte[] bytes(Path file) throws IOException {
        return BoundedFile.read(file, MOST_BYTES);
    }

    private static BufferedImage decode(Path file) throws IOException {
        byte[] bytes = bytes(file);
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new DescribedIOException(Message.of("image.none", file));
            }
            return decode(file, readers.next(), stream, bytes);
        }
    }

    private static BufferedImage decode(Path file, ImageReader reader, ImageInputStream stream, byte[] bytes)
            throws IOException {
        try {
            reader.setInput(stream, true, true);
            PixelLimit.require(reader.getWidth(0), reader.getHeight(0), bytes.length);
            PngChecksums.require(bytes);
            return reader.read(0);
        } catch (IOException | RuntimeException e) {
            throw new DescribedIOException(Message.of("image.broken", file, FailureCause.reason(e)), e);
        } finally {
            reader.dispose();
        }
    }
}
