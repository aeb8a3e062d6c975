package org.dwastudio.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.snapshot.Snapshot;
import org.dwastudio.run.snapshot.SnapshotWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the evolution of a run whose images are areas of the level of their iteration, plus 100 for the second column. */
class EvolutionTest {
    private static final int CLASSES = 3;

    @TempDir
    private Path temp;

    private ReportedRun made;

    @BeforeEach
    void makeRun() throws IOException {
        made = new ReportedRun(temp);
    }

    @Test
    void aRunWithoutSnapshotsHasNoEvolution() throws Exception {
        ReportPage page = made.write(Locale.ENGLISH);

        assertThat(page.count("//*[@id='evolution']")).isZero();
    }

    @Test
    void theFramesStandBelowEachOtherWithTheirIterations() throws Exception {
        writeSnapshots(made.run(), 8, 1, 0, 8, 16);

        ReportPage page = made.write(Locale.ENGLISH);

        assertThat(page.texts("//*[@id='evolution']//x:span"))
                .containsExactly("iteration 0", "iteration 8", "iteration 16");
        assertThat(page.text("//*[@id='evolution']//x:div[@class='evolution']/@style"))
                .isEqualTo("--end: -66.6667%; --aspect: 0.6429; --steps: steps(3, jump-none); --time: 2.4s");
        String source = page.text("//*[@id='evolution']//x:img/@src");
        var image = ImageIO.read(
                new ByteArrayInputStream(Base64.getDecoder().decode(source.substring(source.indexOf(',') + 1))));
        assertThat(image.getWidth()).isEqualTo(2 * 10 - 2);
        assertThat(image.getHeight()).isEqualTo(3 * (CLASSES * 10 - 2));
        assertThat(image.getRaster().getSample(0, 0, 0)).isZero();
        assertThat(image.getRaster().getSample(17, 0, 0)).isEqualTo(100);
        assertThat(image.getRaster().getSample(0, 28, 0)).isEqualTo(8);
        assertThat(image.getRaster().getSample(17, 83, 0)).isEqualTo(116);
        assertThat(page.count("//x:script")).isZero();
    }

    @Test
    void manyIterationsAreSpreadOverTwelveFrames() throws Exception {
        int[] iterations = new int[60];
        Arrays.setAll(iterations, i -> i);
        writeSnapshots(made.run(), 8, 1, iterations);

        EvolutionStrip strip = EvolutionStrip.of(made.run()).orElseThrow();

        assertThat(strip.iterations()).hasSize(12).startsWith(0).endsWith(59);
    }

    @Test
    void largeColorImagesAreReducedAndFewerAreShown() throws Exception {
        int[] iterations = new int[12];
        Arrays.setAll(iterations, i -> i);
        RunDirectory run = RunDirectory.create(temp.resolve("large"));
        try (SnapshotWriter writer = new SnapshotWriter(run.snapshots(), 0, 200_000_000)) {
            for (int column = 0; column < 8; column++) {
                for (int iteration : iterations) {
                    writer.add(new Snapshot(column, 0, iteration, 8), images(8, 128, 3, iteration), 8);
                }
            }
        }

        EvolutionStrip strip = EvolutionStrip.of(run).orElseThrow();

        // 4,000,000 values are 25 images of 66 × 66 pixels in 12 frames of three channels.
        assertThat(strip.rows()).isEqualTo(5);
        assertThat(strip.columns()).isEqualTo(5);
        assertThat(strip.frames().width()).isEqualTo(5 * 66 - 2);
        assertThat(strip.frames().bytes().length).isLessThanOrEqualTo(EvolutionStrip.MOST_VALUES);
        assertThat(strip.frames().at(0, 11 * (5 * 66 - 2), 0, 2)).isEqualTo(11);
    }

    private static void writeSnapshots(RunDirectory run, int side, int channels, int... iterations) throws IOException {
        try (SnapshotWriter writer = new SnapshotWriter(run.snapshots(), 0, 1_000_000)) {
            for (int column = 0; column < 2; column++) {
                for (int iteration : iterations) {
                    writer.add(
                            new Snapshot(column, 0, iteration, CLASSES),
                            images(CLASSES, side, channels, iteration + 100 * column),
                            CLASSES);
                }
            }
        }
    }

    private static ImageBatch images(int count, int side, int channels, int level) {
        byte[] bytes = new byte[count * side * side * channels];
        Arrays.fill(bytes, (byte) level);
        return new ImageBatch(count, side, side, channels, bytes);
    }
}
