package org.dwastudio.data.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.data.DatasetNote.Kind;
import org.dwastudio.data.format.DatasetCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Warning about images of more than 8 bits that are nearly black. */
class DepthProbeTest {
    @TempDir
    private Path folder;

    private final DatasetCatalog catalog = new DatasetCatalog();

    @Test
    void twelveBitsInSixteenAreNotedWithTheWhiteLevelThatShowsThem() throws IOException {
        images(BufferedImage.TYPE_USHORT_GRAY, 4000);
        DatasetConfig config = new DatasetConfig(folder.toString());

        DatasetNote note = DatasetNote.of(Kind.DARK, 16, 4000, 4095);
        assertThat(catalog.load(config).notes()).contains(note);
        assertThat(note.kind().isWarning()).isTrue();
        assertThat(note.describe()).contains("Set dataset.whiteLevel to 4095");

        DatasetConfig visible = config.withFitting(config.fitting().withWhiteLevel(4095));
        assertThat(catalog.load(visible).notes()).doesNotContain(note);
    }

    @Test
    void imagesThatUseTheirRangeAreNotNoted() throws IOException {
        images(BufferedImage.TYPE_USHORT_GRAY, 40_000);
        images(BufferedImage.TYPE_BYTE_GRAY, 10);

        assertThat(catalog.load(new DatasetConfig(folder.toString())).notes())
                .noneMatch(note -> note.kind() == Kind.DARK);
    }

    @ParameterizedTest
    @CsvSource({"4095, 4095", "4000, 4095", "2048, 4095", "1023, 1023", "1, 1", "0, 1"})
    void theWhiteLevelIsTheLargestNumberOfAsManyBits(int largest, int level) {
        assertThat(DepthProbe.suggestedWhiteLevel(largest)).isEqualTo(level);
    }

    /** Writes two classes of two images of one gray value. */
    private void images(int type, int value) throws IOException {
        for (String name : new String[] {"cat/1", "cat/2", "dog/1", "dog/2"}) {
            BufferedImage image = new BufferedImage(8, 8, type);
            image.getRaster().setSample(0, 0, 0, value);
            Path file = folder.resolve(name + "-" + type + ".png");
            Files.createDirectories(file.getParent());
            assertThat(ImageIO.write(image, "png", file.toFile())).isTrue();
        }
    }
}
