package org.dwastudio.image.codec;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.dwastudio.image.ImageBatch;

/**
 * JPEG compression and decompression in memory, which leaves the artifacts of the compression.
 *
 * @param quality quality as libjpeg counts it, 1 to 100; color has half the resolution of the brightness
 */
public record JpegRoundTrip(int quality) {
    private static final float BEST = 100;

    /** Returns an image with the artifacts. */
    public ImageBatch of(ImageBatch image) throws IOException {
        BufferedImage decoded = decoded(encoded(buffered(image)));
        int[] samples = decoded.getRaster().getPixels(0, 0, image.width(), image.height(), (int[]) null);
        byte[] bytes = new byte[samples.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) samples[i];
        }
        return new ImageBatch(1, image.height(), image.width(), image.channels(), bytes);
    }

    private static BufferedImage buffered(ImageBatch image) {
        int type = image.channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
        BufferedImage buffered = new BufferedImage(image.width(), image.height(), type);
        int[] samples = new int[image.bytes().length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = image.bytes()[i] & 0xFF;
        }
        buffered.getRaster().setPixels(0, 0, image.width(), image.height(), samples);
        return buffered;
    }

    private byte[] encoded(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Explicit memory stream: ImageIO's default keeps its cache in a file on disk.
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality / BEST);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage decoded(byte[] jpeg) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(in, true, true);
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }
}
