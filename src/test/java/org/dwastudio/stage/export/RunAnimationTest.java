package org.dwastudio.stage.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.snapshot.Snapshot;
import org.dwastudio.run.snapshot.SnapshotWriter;
import org.dwastudio.stage.export.format.AnimationOptions;
import org.dwastudio.stage.export.format.AnimationSize;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a run of two classes and two columns, whose images are gray areas of 10 × column + iteration. */
class RunAnimationTest {
    private static final int SIDE = 4;

    @TempDir
    private Path temp;

    private RunDirectory run;

    @BeforeEach
    void writeSnapshots() throws IOException {
        run = new RunDirectory(temp);
        try (SnapshotWriter writer = new SnapshotWriter(run.snapshots(), 0, 10_000)) {
            for (Snapshot place : List.of(place(0, 0), place(0, 4), place(0, 8), place(1, 0), place(1, 6))) {
                writer.add(place, gray(10 * place.column() + place.iteration()), 2);
            }
        }
    }

    @Test
    void aFrameHasTheLastSnapshotOfEveryColumnUpToItsIteration() throws IOException {
        Path file = temp.resolve("run.gif");

        assertThat(RunAnimation.write(run, AnimationOptions.GRID, file)).isEqualTo(4);

        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            // Iterations 0, 4, 6 and 8, the last one for a second.
            assertThat(reader.getNumImages(true)).isEqualTo(13);
            assertThat(tones(reader.read(0))).containsExactly(0, 10);
            assertThat(tones(reader.read(1))).containsExactly(4, 10);
            assertThat(tones(reader.read(2))).containsExactly(4, 16);
            assertThat(tones(reader.read(3))).containsExactly(8, 16);
            assertThat(tones(reader.read(12))).containsExactly(8, 16);
            assertThat(reader.getWidth(0)).isEqualTo(2 * 2 * SIDE + 2);
        } finally {
            reader.dispose();
        }
    }

    @Test
    void aSingleImageIsEnlargedAndHasTheIterationsOfItsColumn() throws IOException {
        Path file = temp.resolve("image.gif");
        AnimationOptions second = AnimationOptions.of(new AnimationOptions.Place(1, 1));

        assertThat(RunAnimation.write(run, second, file)).isEqualTo(1);

        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            // Iterations 0 and 6, the last one for a second.
            assertThat(reader.getNumImages(true)).isEqualTo(11);
            assertThat(reader.getWidth(0)).isEqualTo(256);
            assertThat(reader.getHeight(0)).isEqualTo(256);
            assertThat(reader.read(0).getRGB(255, 255) & 0xFF).isEqualTo(10);
            assertThat(reader.read(1).getRGB(0, 0) & 0xFF).isEqualTo(16);
        } finally {
            reader.dispose();
        }
    }

    @Test
    void theSizeIsKnownBefore() throws IOException {
        Path file = temp.resolve("image.gif");
        AnimationOptions image =
                AnimationOptions.of(new AnimationOptions.Place(0, 0)).withScale(OptionalInt.of(3));

        AnimationSize size = RunAnimation.size(run, image);
        RunAnimation.write(run, image, file);

        assertThat(size.frames()).isEqualTo(12);
        assertThat(size.images()).isEqualTo(1);
        assertThat(size.width()).isEqualTo(12);
        assertThat(size.height()).isEqualTo(12);
        assertThat((double) size.bytes()).isCloseTo((double) Files.size(file), withinPercentage(30));
        assertThat(RunAnimation.size(run, AnimationOptions.GRID).width()).isEqualTo(2 * 2 * SIDE + 2);
    }

    @Test
    void anImageThatTheRunDoesNotHaveIsRefused() {
        assertThatExceptionOfType(RunFolderException.class)
                .isThrownBy(() -> RunAnimation.size(run, AnimationOptions.of(new AnimationOptions.Place(2, 0))))
                .withMessageEndingWith(": has no class 2; its classes are 0 to 1");
        assertThatExceptionOfType(RunFolderException.class)
                .isThrownBy(() -> RunAnimation.size(run, AnimationOptions.of(new AnimationOptions.Place(1, 7))))
                .withMessageEndingWith(": keeps no images of column 7; it keeps those of columns 0 to 1");
    }

    @Test
    void aRunWithoutSnapshotsIsRefused() {
        RunDirectory other = new RunDirectory(temp.resolve("other"));

        assertThatExceptionOfType(RunFolderException.class)
                .isThrownBy(() -> RunAnimation.write(other, AnimationOptions.GRID, temp.resolve("run.gif")))
                .withMessage(other.folder()
                        + ": holds no images at earlier iterations; run the synthesis again with"
                        + " a larger synthesis.snapshotMegabytes");
        assertThat(temp.resolve("run.gif")).doesNotExist();
    }

    /** Returns the gray levels of the second class, one per column. */
    private static List<Integer> tones(BufferedImage frame) {
        int row = 2 * SIDE + 2 + 1;
        return List.of(frame.getRGB(1, row) & 0xFF, frame.getRGB(2 * SIDE + 2 + 1, row) & 0xFF);
    }

    private static Snapshot place(int column, int iteration) {
        return new Snapshot(column, 0, iteration, 2);
    }

    private static ImageBatch gray(int level) {
        byte[] bytes = new byte[2 * SIDE * SIDE];
        Arrays.fill(bytes, (byte) level);
        return new ImageBatch(2, SIDE, SIDE, 1, bytes);
    }
}
