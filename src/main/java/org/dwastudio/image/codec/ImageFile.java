package org.dwastudio.image.codec;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.ImageHeader;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/**
 * Reader of one image from a file: JPEG (also CMYK), PNG, GIF, BMP, TIFF or WebP, detected by content. Color profiles and
 * transparency are ignored, as in PyTorch's loaders; the EXIF orientation is applied.
 *
 * <p>Exception messages state the problem without the file's name.
 */
public final class ImageFile {
    private static final long MOST_BYTES = 1L << 30;
    private static final int BYTE_BITS = 8;

    /**
     * Extensions of images, including formats that cannot be read: rejecting them is better than skipping them
     * unnoticed.
     */
    private static final Set<String> ENDINGS = Set.of(
            "jpg", "jpeg", "jpe", "jfif", "png", "gif", "bmp", "tif", "tiff", "webp", "ppm", "pgm", "heic", "avif");

    private final Path file;

    public ImageFile(Path file) {
        this.file = file;
    }

    /** Returns true if a file of this name counts as an image. */
    public static boolean hasImageExtension(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0
                && name.charAt(0) != '.'
                && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** Reads size and color without decoding the pixels. */
    public ImageHeader header() throws IOException {
        try {
            BoundedFile.require(file);
            try (ImageInputStream stream = new FileImageInputStream(file.toFile())) {
                return header(stream);
            }
        } catch (RuntimeException | IOException e) {
            throw problem(e);
        }
    }

    private static ImageHeader header(ImageInputStream stream) throws IOException {
        ExifOrientation orientation = ExifOrientation.of(stream);
        return withReader(stream, reader -> {
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            boolean lies = orientation.isRotated();
            return new ImageHeader(lies ? height : width, lies ? width : height, channels(reader));
        });
    }

    /**
     * Returns the largest stored value of an image of more than 8 bits per channel; empty for all others, whose pixels
     * are not decoded.
     */
    public Optional<DeepValues> deepValues() throws IOException {
        try {
            BoundedFile.require(file);
            try (ImageInputStream stream = new FileImageInputStream(file.toFile())) {
                return withReader(
                        stream,
                        reader -> bits(reader) > BYTE_BITS
                                ? Optional.of(new RawPixelReader(decoded(reader)).deepValues())
                                : Optional.empty());
            }
        } catch (RuntimeException | IOException e) {
            throw problem(e);
        }
    }

    /** Reads the image and rotates it upright; the largest value that it can hold becomes white. */
    public ImageBatch read() throws IOException {
        return read(0);
    }

    /**
     * Reads the image and rotates it upright.
     *
     * @param whiteLevel stored value that becomes white in an image of more than 8 bits per channel; 0 for the largest
     *     that it can hold
     */
    public ImageBatch read(int whiteLevel) throws IOException {
        try {
            return decode(BoundedFile.read(file, MOST_BYTES), whiteLevel);
        } catch (RuntimeException | IOException e) {
            throw problem(e);
        }
    }

    /**
     * Decodes the content of a file, upright.
     *
     * @param whiteLevel as in {@link #read(int)}
     */
    public static ImageBatch decoded(byte[] content, int whiteLevel) throws IOException {
        try {
            return decode(content, whiteLevel);
        } catch (RuntimeException | IOException e) {
            throw problem(e);
        }
    }

    /** Reads size and color from the content of a file without decoding the pixels. */
    public static ImageHeader header(byte[] content) throws IOException {
        try (ImageInputStream stream = new CompleteImageStream(content)) {
            return header(stream);
        } catch (RuntimeException | IOException e) {
            throw problem(e);
        }
    }

    private static ImageBatch decode(byte[] bytes, int whiteLevel) throws IOException {
        if (bytes.length == 0) {
            throw new DescribedIOException(Message.of("file.empty"));
        }
        try (ImageInputStream stream = new CompleteImageStream(bytes)) {
            ExifOrientation orientation = ExifOrientation.of(stream);
            BufferedImage pixels = withReader(stream, ImageFile::decoded);
            PngChecksums.require(bytes);
            return orientation.upright(new RawPixelReader(pixels).toImage(whiteLevel));
        }
    }

    private interface Look<T> {
        T at(ImageReader reader) throws IOException;
    }

    private static <T> T withReader(ImageInputStream stream, Look<T> look) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
        if (!readers.hasNext()) {
            throw new DescribedIOException(Message.of("image.unknown"));
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(stream, true, true);
            return look.at(reader);
        } finally {
            reader.dispose();
        }
    }

    private static int bits(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        return types.hasNext() ? types.next().getSampleModel().getSampleSize(0) : BYTE_BITS;
    }

    private static BufferedImage decoded(ImageReader reader) throws IOException {
        long bytes = ((ImageInputStream) reader.getInput()).length();
        PixelLimit.require(reader.getWidth(0), reader.getHeight(0), bytes);
        TruncationListener cutShort = new TruncationListener();
        reader.addIIOReadWarningListener(cutShort);
        BufferedImage image = reader.read(0);
        if (cutShort.isTruncated()) {
            throw new EOFException();
        }
        return image;
    }

    private static int channels(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        return types.hasNext() && RawPixelReader.isGray(types.next().getColorModel()) ? 1 : 3;
    }

    private static IOException problem(Exception failure) {
        if (failure instanceof NoSuchFileException || failure instanceof FileNotFoundException) {
            return new DescribedIOException(Message.of("image.missing"), failure);
        }
        if (failure instanceof FileSystemException) {
            return new DescribedIOException(FailureCause.reason(failure), failure);
        }
        if (endsEarly(failure)) {
            return new DescribedIOException(Message.of("file.truncated"), failure);
        }
        if (failure instanceof DescribedIOException known) {
            return known;
        }
        String detail = Optional.ofNullable(failure.getMessage())
                .orElse(failure.getClass().getSimpleName());
        return new DescribedIOException(Message.of("image.damaged", detail), failure);
    }

    private static boolean endsEarly(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException) {
                return true;
            }
        }
        return false;
    }
}
