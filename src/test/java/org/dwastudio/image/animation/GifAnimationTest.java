package org.dwastudio.image.animation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.task.CancellationToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GifAnimationTest {
    private static final FrameGrid GRID = new FrameGrid(3, 2, 1);
    private static final Duration DELAY = Duration.ofMillis(120);

    @TempDir
    private Path folder;

    @Test
    void grayFramesAreExact() throws IOException {
        Frames frames = frames(4, 1);
        Path file = folder.resolve("gray.gif");

        new GifAnimation(frames, GRID, DELAY, true).write(file, CancellationToken.NONE);

        List<BufferedImage> read = images(file);
        assertThat(read).hasSize(4);
        // Five images in rows of three: 3·(2·4+1)−1 by 2·(2·6+1)−1 pixels.
        assertThat(read.get(0).getWidth()).isEqualTo(26);
        assertThat(read.get(0).getHeight()).isEqualTo(25);
        for (int frame = 0; frame < 4; frame++) {
            ImageBatch images = frames.frame(frame);
            for (int image = 0; image < 5; image++) {
                int left = image % 3 * 9;
                int top = image / 3 * 13;
                for (int y = 0; y < 12; y++) {
                    for (int x = 0; x < 8; x++) {
                        int level = images.at(image, y / 2, x / 2, 0);
                        assertThat(read.get(frame).getRGB(left + x, top + y) & 0xFFFFFF)
                                .isEqualTo(level << 16 | level << 8 | level);
                    }
                }
            }
            assertThat(read.get(frame).getRGB(8, 0) & 0xFFFFFF).isZero();
            assertThat(read.get(frame).getRGB(20, 20) & 0xFFFFFF).isZero();
        }
    }

    @Test
    void colorsStayCloseAndFewColorsWithinTheirBins() throws IOException {
        Path file = folder.resolve("color.gif");
        Frames frames = frames(2, 3);

        new GifAnimation(frames, GRID, DELAY, false).write(file, CancellationToken.NONE);

        List<BufferedImage> read = images(file);
        ImageBatch images = frames.frame(1);
        int sum = 0;
        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 4; x++) {
                int rgb = read.get(1).getRGB(2 * x, 2 * y);
                for (int channel = 0; channel < 3; channel++) {
                    int found = (rgb >> (8 * (2 - channel))) & 0xFF;
                    sum += Math.abs(found - images.at(0, y, x, channel));
                }
            }
        }
        // 240 random colors of two frames share 256 places.
        assertThat(sum / (6.0 * 4 * 3)).isLessThan(4);
    }

    @Test
    void delayAndRepetitionAreRecorded() throws IOException {
        Path looping = folder.resolve("looping.gif");
        Path once = folder.resolve("once.gif");

        new GifAnimation(frames(2, 1), GRID, DELAY, true).write(looping, CancellationToken.NONE);
        new GifAnimation(frames(2, 1), GRID, DELAY, false).write(once, CancellationToken.NONE);

        assertThat(attribute(looping, 1, "GraphicControlExtension", "delayTime"))
                .isEqualTo("12");
        assertThat(text(looping)).startsWith("GIF89a").contains("NETSCAPE2.0\u0003\u0001\u0000\u0000\u0000");
        assertThat(text(once)).startsWith("GIF89a").doesNotContain("NETSCAPE");
    }

    @Test
    void theEstimateIsExactForFewFramesAndCloseForMany() throws IOException {
        for (int count : new int[] {1, 3, 8, 40}) {
            GifAnimation animation = new GifAnimation(frames(count, 3), GRID, DELAY, true);
            Path file = folder.resolve(count + ".gif");

            long estimate = animation.estimatedBytes();
            animation.write(file, CancellationToken.NONE);

            if (count <= 8) {
                assertThat(estimate).isEqualTo(Files.size(file));
            } else {
                // The palette is stored once and counted five times.
                assertThat((double) estimate).isBetween(0.9 * Files.size(file), 1.5 * Files.size(file));
            }
        }
    }

    @Test
    void aCanceledAnimationLeavesNothing() throws IOException {
        Path file = folder.resolve("canceled.gif");
        GifAnimation animation = new GifAnimation(frames(3, 1), GRID, DELAY, true);

        assertThatThrownBy(() -> animation.write(file, () -> true)).isInstanceOf(CancellationException.class);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void impossibleAnimationsAreRefused() {
        assertThatThrownBy(() -> new GifAnimation(frames(1, 1), GRID, Duration.ofMillis(10), true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GifAnimation(frames(0, 1), GRID, DELAY, true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FrameGrid(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Five random images of 6×4 pixels per frame. */
    private static Frames frames(int count, int channels) {
        List<ImageBatch> batches = IntStream.range(0, count)
                .mapToObj(frame -> {
                    byte[] bytes = new byte[5 * 6 * 4 * channels];
                    new Random(frame).nextBytes(bytes);
                    return new ImageBatch(5, 6, 4, channels, bytes);
                })
                .toList();
        return new Frames() {
            @Override
            public int count() {
                return batches.size();
            }

            @Override
            public ImageBatch frame(int index) {
                return batches.get(index);
            }
        };
    }

    private static List<BufferedImage> images(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            reader.setInput(in);
            List<BufferedImage> images = new ArrayList<>();
            for (int i = 0; i < reader.getNumImages(true); i++) {
                images.add(reader.read(i));
            }
            reader.dispose();
            return images;
        }
    }

    private static String attribute(Path file, int image, String node, String attribute) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            reader.setInput(in);
            IIOMetadataNode root =
                    (IIOMetadataNode) reader.getImageMetadata(image).getAsTree("javax_imageio_gif_image_1.0");
            reader.dispose();
            return ((IIOMetadataNode) root.getElementsByTagName(node).item(0)).getAttribute(attribute);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
}
