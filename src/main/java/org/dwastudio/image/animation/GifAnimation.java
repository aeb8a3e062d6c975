package org.dwastudio.image.animation;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.file.RegularFile;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.task.CancellationToken;

/**
 * Animated GIF of a grid of images. Holds a few frames in memory at a time.
 *
 * @param frames the frames
 * @param grid arrangement of the images of a frame
 * @param delay duration of a frame, 20 ms to 10 minutes, rounded to 10 ms; many viewers slow down shorter ones
 * @param looping true to repeat for ever, false to play once
 */
public record GifAnimation(Frames frames, FrameGrid grid, Duration delay, boolean looping) {
    private static final Duration SHORTEST = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int SAMPLED_FRAMES = 8;
    private static final int MILLIS_PER_UNIT = 10;
    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    private static final String CANCELLED = "The animation was stopped; nothing was written.";
    /** Block that makes a GIF repeat: an identifier, and the number of repetitions, 0 for ever. */
    private static final byte[] REPEAT_FOR_EVER = {1, 0, 0};

    public GifAnimation {
        if (delay.compareTo(SHORTEST) < 0 || delay.compareTo(LONGEST) > 0 || frames.count() < 1) {
            throw new IllegalArgumentException(frames.count() + " frames of " + delay);
        }
    }

    /**
     * Estimates the size of the file: encodes up to eight frames and multiplies by their share. Exact for at most eight
     * frames.
     *
     * @return bytes
     * @throws IOException if a frame cannot be read
     */
    public long estimatedBytes() throws IOException {
        int[] sample = sample();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, palette(sample), CancellationToken.NONE, sample);
        return Math.round((double) out.size() * frames.count() / sample.length);
    }

    /**
     * Writes the file atomically, replacing an existing one.
     *
     * @param token checked before every frame
     * @throws IOException if a frame cannot be read or the file cannot be written
     * @throws java.util.concurrent.CancellationException if the token is canceled; nothing is written then
     */
    public void write(Path file, CancellationToken token) throws IOException {
        GifPalette palette = palette(sample());
        AtomicFile.write(file, (Path partial) -> {
            try (FileChannel channel = RegularFile.openForWriting(
                            partial, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
                    OutputStream out = Channels.newOutputStream(channel)) {
                write(out, palette, token, IntStream.range(0, frames.count()).toArray());
            }
        });
    }

    /** Returns the indices of evenly spread frames with the first and the last. */
    private int[] sample() {
        int count = Math.min(SAMPLED_FRAMES, frames.count());
        return IntStream.range(0, count)
                .map(i -> count == 1 ? 0 : (int) ((long) i * (frames.count() - 1) / (count - 1)))
                .toArray();
    }

    private GifPalette palette(int... sample) throws IOException {
        List<ImageBatch> images = new ArrayList<>();
        for (int index : sample) {
            images.add(frames.frame(index));
        }
        return GifPalette.of(images);
    }

    private void write(OutputStream target, GifPalette palette, CancellationToken token, int... indices)
            throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(target)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int index : indices) {
                token.throwIfCancelled(CANCELLED);
                BufferedImage image = image(frames.frame(index), palette);
                writer.writeToSequence(new IIOImage(image, null, metadata(writer, image)), null);
                out.flushBefore(out.getStreamPosition());
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    private BufferedImage image(ImageBatch images, GifPalette palette) {
        BufferedImage image = new BufferedImage(
                grid.width(images), grid.height(images), BufferedImage.TYPE_BYTE_INDEXED, palette.colorModel());
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        byte[] indices = grid.indices(images, palette);
        System.arraycopy(indices, 0, pixels, 0, indices.length);
        return image;
    }

    private IIOMetadata metadata(ImageWriter writer, BufferedImage image) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("delayTime", Long.toString(Math.round((double) delay.toMillis() / MILLIS_PER_UNIT)));
        control.setAttribute("transparentColorIndex", "0");
        if (looping) {
            IIOMetadataNode extension = new IIOMetadataNode("ApplicationExtension");
            extension.setAttribute("applicationID", "NETSCAPE");
            extension.setAttribute("authenticationCode", "2.0");
            extension.setUserObject(REPEAT_FOR_EVER.clone());
            child(root, "ApplicationExtensions").appendChild(extension);
        }
        metadata.setFromTree(FORMAT, root);
        return metadata;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        IIOMetadataNode child = new IIOMetadataNode(name);
        root.appendChild(child);
        return child;
    }
}
