package org.dwastudio.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.image.codec.PngText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageOriginTest {
    private static final Experiment EXPERIMENT = SynthesisPresets.demonstration()
            .withName("弱い ρ")
            .withTuning(List.of(new TuningChange(1, 7, Adjustment.RHO, 0.015, 0.02)));
    private static final ImageBatch IMAGES = TestImages.random(2, 28, 1, 4);

    @TempDir
    private Path temp;

    @Test
    void anImageStatesItsExperimentAndItsPlace() throws Exception {
        ImageStore store = new ImageStore(temp, List.of("T-shirt/top", "Bag"), 10);
        store.write(3, 0, IMAGES, EXPERIMENT);

        Optional<ImageOrigin> origin = ImageOrigin.read(store.path(1, 3));

        assertThat(origin).contains(new ImageOrigin(EXPERIMENT, Optional.of(new ImageOrigin.Place(1, "Bag", 3))));
        assertThat(PngFile.read(store.path(1, 3)).bytes()).isEqualTo(TestImages.bytesOf(IMAGES, 1));
    }

    @Test
    void partsOfARunReportTheExperimentOfTheWhole() throws Exception {
        Experiment part = EXPERIMENT.withSynthesis(EXPERIMENT.synthesis().withColumns(columns -> columns.withStart(2)
                .withEnd(4)));

        assertThat(ImageOrigin.at(part, 0, "Bag", 2)).isEqualTo(ImageOrigin.at(EXPERIMENT, 0, "Bag", 2));
    }

    @Test
    void theTextsTakeLittle() throws IOException {
        byte[] plain = Files.readAllBytes(written());
        int without = PngText.added(plain, Map.of()).length;

        int with = PngText.added(plain, ImageOrigin.at(EXPERIMENT, 1, "Bag", 3).texts()).length;

        assertThat(with - without).isLessThan(1500);
    }

    @Test
    void aJpegTextOfAnyLengthIsRead() throws Exception {
        List<TuningChange> many = Collections.nCopies(2000, new TuningChange(1, 7, Adjustment.RHO, 0.015, 0.02));
        ImageOrigin origin = ImageOrigin.at(EXPERIMENT.withTuning(many), 1, "鞄", 3);
        assertThat(origin.texts().get("dwa-experiment")).hasSizeGreaterThan(65536);
        byte[] plain = jpeg();

        Path file = Files.write(temp.resolve("image.jpg"), origin.inJpeg(plain));

        assertThat(ImageOrigin.read(file)).contains(origin);
        assertThat(ImageIO.read(file.toFile()).getRGB(1, 1))
                .isEqualTo(ImageIO.read(new ByteArrayInputStream(plain)).getRGB(1, 1));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, 300));
        assertThatThrownBy(() -> ImageOrigin.read(file)).hasMessageStartingWith(file + ": is broken or cut short");
        assertThat(ImageOrigin.read(Files.write(file, plain))).isEmpty();
    }

    @Test
    void anOriginThatIsGivenAwayStatesNoFoldersAndReplacesTheOneThatDoes() throws Exception {
        Experiment own = EXPERIMENT
                .withDataset(EXPERIMENT.dataset().withSource("/home/ada/pets"))
                .withTeacher(EXPERIMENT.teacher().withWeights("C:\\Users\\ada\\teacher.safetensors"));
        byte[] labeled = ImageOrigin.at(own, 0, "Bag", 0).inPng(Files.readAllBytes(plain()));
        ImageOrigin shared = ImageOrigin.at(own, 0, "Bag", 0).withoutFolders();

        Path file = Files.write(temp.resolve("shared.png"), shared.inPng(labeled));

        assertThat(ImageOrigin.read(file).orElseThrow().experiment().dataset().source())
                .isEqualTo("pets");
        assertThat(ImageOrigin.read(file).orElseThrow().experiment().teacher().weights())
                .isEqualTo("teacher.safetensors");
        assertThat(Files.readAllBytes(file)).isEqualTo(shared.inPng(Files.readAllBytes(plain())));
    }

    @Test
    void theImagesOfAColumnSayWhatEachWouldSayAlone() throws Exception {
        byte[] chunks = new ColumnOrigin(EXPERIMENT, 3).of(1, "Bag");

        assertThat(chunks)
                .isEqualTo(
                        PngText.chunks(ImageOrigin.at(EXPERIMENT, 1, "Bag", 3).texts()));
    }

    @Test
    void anImageWithoutTextHasNoExperiment() throws Exception {
        Path file = plain();

        assertThat(ImageOrigin.read(file)).isEmpty();
    }

    @Test
    void oneChangedBitOfTheTextIsFound() throws Exception {
        Path file = written();
        byte[] bytes = Files.readAllBytes(file);
        bytes[indexOf(bytes, "dwa-experiment") + 200] ^= 4;
        Files.write(file, bytes);

        assertThatThrownBy(() -> ImageOrigin.read(file))
                .hasMessage(file + ": the text in this image is damaged. Please take the image as the run left it");
    }

    @Test
    void aFileThatIsCutShortOrNoImageIsRejectedWithAMessage() throws Exception {
        Path file = written();
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 300));
        Path text = Files.writeString(temp.resolve("text.png"), "no image");

        assertThatThrownBy(() -> ImageOrigin.read(file)).hasMessageStartingWith(file + ": is cut short");
        assertThatThrownBy(() -> ImageOrigin.read(text)).hasMessage(text + ": is no PNG image");
    }

    @Test
    void anExperimentOfANewerFormatIsRejectedWithAMessage() throws Exception {
        Path file = plain();
        Files.write(file, PngText.added(Files.readAllBytes(file), Map.of("dwa-experiment", "format: 99\n")));

        assertThatThrownBy(() -> ImageOrigin.read(file))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("newer");
    }

    private static byte[] jpeg() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY), "jpeg", bytes);
        return bytes.toByteArray();
    }

    /** Writes an image as another program would. */
    private Path plain() throws IOException {
        Path file = temp.resolve("plain.png");
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY), "png", file.toFile());
        return file;
    }

    private Path written() throws IOException {
        ImageStore store = new ImageStore(temp, List.of("T-shirt/top", "Bag"), 10);
        store.write(3, 0, IMAGES, EXPERIMENT);
        return store.path(1, 3);
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
