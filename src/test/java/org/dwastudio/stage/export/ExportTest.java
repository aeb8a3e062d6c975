package org.dwastudio.stage.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dwastudio.stage.export.ExportedRun.CLASSES;
import static org.dwastudio.stage.export.ExportedRun.EXPERIMENT;
import static org.dwastudio.stage.export.ExportedRun.MEAN;
import static org.dwastudio.stage.export.ExportedRun.SIZE;
import static org.dwastudio.stage.export.ExportedRun.STD;
import static org.dwastudio.stage.export.ExportedRun.teacher;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.synthesis.Matching;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.data.format.DatasetCatalog;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.run.ImageStore;
import org.dwastudio.run.TestImages;
import org.dwastudio.stage.export.format.ExportFormat;
import org.dwastudio.stage.export.format.ImageEncoding;
import org.dwastudio.teacher.TeacherMetadata;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.file.TensorFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportTest {
    @TempDir
    private Path temp;

    private ExportedRun made;

    @BeforeEach
    void makeRun() throws IOException {
        made = new ExportedRun(temp);
    }

    @Test
    void thePublishedLayoutHasTheRunsFilesUnderItsNames() throws IOException {
        assertThat(made.export(ExportFormat.PUBLISHED, ImageEncoding.PNG)).isEqualTo(6);

        assertThat(made.files())
                .containsExactly(
                        "manifest.json",
                        "new000/class000_id000.png",
                        "new000/class000_id007.png",
                        "new001/class001_id000.png",
                        "new001/class001_id007.png",
                        "new002/class002_id000.png",
                        "new002/class002_id007.png");
        assertThat(PngFile.read(made.out("new001/class001_id007.png")).bytes())
                .isEqualTo(TestImages.bytesOf(made.second(), 1));
    }

    @Test
    void classFoldersHaveTheRunsFilesByteForByte() throws IOException {
        made.export(ExportFormat.CLASS_FOLDERS, ImageEncoding.PNG);

        assertThat(made.files())
                .contains("00_T-shirt-top/00.png", "00_T-shirt-top/07.png", "01_Ankle-boot/00.png", "02_Coat/07.png")
                .hasSize(9);
        assertThat(made.out("01_Ankle-boot/07.png"))
                .hasSameBinaryContentAs(made.run().images().resolve("01_Ankle-boot/07.png"));
    }

    @Test
    void jpegsKeepSizeAndColorAndStayNearThePixels() throws IOException {
        new ImageStore(made.run().images(), CLASSES, 10).write(0, 0, smooth(), EXPERIMENT);

        made.export(ExportFormat.PUBLISHED, ImageEncoding.JPEG);

        Path file = made.out("new002/class002_id000.jpg");
        var image = ImageIO.read(file.toFile());
        assertThat(image.getRaster().getNumBands()).isEqualTo(3);
        assertThat(image.getWidth()).isEqualTo(SIZE);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                // Red and blue change from one pixel to the next: chroma subsampling would change them by 40.
                assertThat(image.getRGB(x, y) >> 16 & 0xFF).isCloseTo(smooth().at(2, y, x, 0), within(16));
                assertThat(image.getRGB(x, y) & 0xFF).isCloseTo(smooth().at(2, y, x, 2), within(16));
            }
        }
        assertThat(made.manifest().getAsJsonObject("images").get("encoding").getAsString())
                .isEqualTo("JPEG, quality 95");
    }

    /** Returns an image whose colors alternate with the columns at equal brightness. */
    private static ImageBatch smooth() {
        byte[] bytes = new byte[3 * SIZE * SIZE * 3];
        for (int pixel = 0; pixel < bytes.length / 3; pixel++) {
            boolean even = pixel % 2 == 0;
            bytes[3 * pixel] = (byte) (even ? 160 : 80);
            bytes[3 * pixel + 1] = (byte) 100;
            bytes[3 * pixel + 2] = (byte) (even ? 60 : 140);
        }
        return new ImageBatch(3, SIZE, SIZE, 3, bytes);
    }

    @ParameterizedTest
    @EnumSource(names = {"NPZ", "SAFETENSORS"})
    void tensorsAreTheImagesNormalizedClassByClass(ExportFormat format) throws IOException {
        made.export(format, ImageEncoding.PNG);

        TensorFile file = TensorFile.read(made.out("images." + format.key()));
        StoredTensor images = file.tensor("images");
        assertThat(images.shape().getShape()).containsExactly(6, 3, SIZE, SIZE);
        ByteBuffer values = images.data();
        for (int label = 0; label < 3; label++) {
            for (ImageBatch column : List.of(made.first(), made.second())) {
                for (int place = 0; place < 3 * SIZE * SIZE; place++) {
                    int channel = place / (SIZE * SIZE);
                    int pixel = column.at(label, place / SIZE % SIZE, place % SIZE, channel);
                    assertThat((double) values.getFloat())
                            .isCloseTo((pixel / 255.0 - MEAN.get(channel)) / STD.get(channel), within(1e-6));
                }
            }
        }
        ByteBuffer labels = file.tensor("labels").data();
        assertThat(Stream.generate(labels::getLong).limit(6)).containsExactly(0L, 0L, 1L, 1L, 2L, 2L);
        assertThat(labels.hasRemaining()).isFalse();
        assertThat(floats(file.tensor("mean"))).containsExactly(0.5f, 0.25f, 0.125f);
        assertThat(floats(file.tensor("std"))).containsExactly(0.25f, 0.5f, 0.3f);
        if (format == ExportFormat.SAFETENSORS) {
            assertThat(file.metadata())
                    .isEqualTo(Map.of("format", "pt", "class_names", "[\"T-shirt/top\",\"Ankle boot\",\"Coat\"]"));
        }
    }

    @Test
    void theHuggingFaceFolderHasALineForEachImageAndACard() throws IOException {
        made.export(ExportFormat.HUGGING_FACE, ImageEncoding.PNG);

        List<String> lines = Files.readAllLines(made.out("train/metadata.jsonl"));
        assertThat(lines)
                .hasSize(6)
                .startsWith(
                        "{\"file_name\":\"00_T-shirt-top/00.png\",\"label\":0,\"class_name\":\"T-shirt/top\"}",
                        "{\"file_name\":\"00_T-shirt-top/07.png\",\"label\":0,\"class_name\":\"T-shirt/top\"}",
                        "{\"file_name\":\"01_Ankle-boot/00.png\",\"label\":1,\"class_name\":\"Ankle boot\"}");
        for (String line : lines) {
            String file = JsonParser.parseString(line)
                    .getAsJsonObject()
                    .get("file_name")
                    .getAsString();
            assertThat(made.out("train/" + file)).isRegularFile();
        }
        assertThat(made.out("README.md"))
                .content()
                .startsWith("---\npretty_name: \"demonstration, distilled from Clothes\"\n")
                .contains(
                        "          '1': \"Ankle boot\"\n",
                        "n<1K",
                        "6 synthetic images of 3 classes, at most 2 per class")
                .contains("| teacher | convnet, width 32, test accuracy 87.5 % |", "| rho | 0.015 |");
    }

    @Test
    void theCardOfADistributionMatchingNamesItAndItsSettings() throws IOException {
        Experiment matching = ExportedRun.EXPERIMENT.withSynthesis(ExportedRun.EXPERIMENT
                .synthesis()
                .withMatching(changed -> changed.withMethod(Matching.Method.DISTRIBUTION_MATCHING)));

        Export.write(
                DistilledSet.open(made.run(), ExportedRun.teacher(CLASSES), matching, "9.9"),
                made.request(ExportFormat.HUGGING_FACE, ImageEncoding.PNG));

        assertThat(made.out("README.md"))
                .content()
                .contains("distribution matching (Zhao and Bilen, WACV 2023", "| learning rate | 1.0 |")
                .contains("| real images per class and step | 64 |")
                .doesNotContain("| rho |", "directed weight adjustment");
    }

    @ParameterizedTest
    @EnumSource(names = {"PUBLISHED", "CLASS_FOLDERS", "HUGGING_FACE"})
    void anExportOpensAsADatasetWithTheSameClassesPixelsAndNormalization(ExportFormat format) throws IOException {
        made.export(format, ImageEncoding.PNG);

        ImageDataset dataset =
                new DatasetCatalog().load(new DatasetConfig(made.out("").toString()));

        assertThat(dataset.classNames()).isEqualTo(CLASSES);
        for (int label = 0; label < CLASSES.size(); label++) {
            assertThat(imagesOf(dataset, label))
                    .containsExactlyInAnyOrder(
                            Arrays.toString(TestImages.bytesOf(made.first(), label)),
                            Arrays.toString(TestImages.bytesOf(made.second(), label)));
        }
        assertThat(dataset.normalization().mean()).isEqualTo(MEAN);
        assertThat(dataset.normalization().std()).isEqualTo(STD);
    }

    private static List<String> imagesOf(ImageDataset dataset, int label) {
        List<String> images = new ArrayList<>();
        for (Split split : Split.values()) {
            for (int index : dataset.indicesOf(split, label)) {
                images.add(Arrays.toString(dataset.images(split, index).bytes()));
            }
        }
        return images;
    }

    @Test
    void markupInNamesOfPeoplesOwnDatasetsIsText() throws IOException {
        List<String> classes = List.of("<script>x</script>", "a|b [c](d)", "quoted \"e\": #f");
        TeacherMetadata plain = teacher(classes);
        TeacherMetadata teacher = new TeacherMetadata(
                plain.network(), "Zoo <b>*g*</b>", classes, plain.mean(), plain.std(), 0.875, Map.of());
        DistilledSet set = DistilledSet.open(made.run(), teacher, EXPERIMENT, "9.9");

        assertThat(new HuggingFaceCard(set, "PNG").text())
                .contains(
                        "          '0': \"<script>x</script>\"\n",
                        "          '1': \"a|b [c](d)\"\n",
                        "          '2': \"quoted \\\"e\\\": #f\"\n",
                        "the training images of Zoo &lt;b>\\*g\\*&lt;/b>:")
                .doesNotContain("Zoo <b>*g*</b>:");
        assertThat(new ClassFoldersReadme(set, List.of("00", "01", "02"), "PNG").text())
                .contains(
                        "| 0 | `00` | &lt;script>x&lt;/script> | 2 |\n",
                        "| 1 | `01` | a\\|b \\[c\\](d) | 2 |\n",
                        "| 2 | `02` | quoted \"e\": \\#f | 2 |\n",
                        "the training images of Zoo &lt;b>\\*g\\*&lt;/b>.");
    }

    @Test
    void classNamesThatDifferInUnsafeCharactersOnlyHaveTheirOwnFolders() throws IOException {
        TeacherMetadata teacher = teacher(List.of("a/b", "a b", "A-B"));

        Export.write(
                DistilledSet.open(made.run(), teacher, EXPERIMENT, "9.9"),
                made.request(ExportFormat.CLASS_FOLDERS, ImageEncoding.PNG));

        assertThat(made.files()).contains("00_a-b/00.png", "01_a-b/00.png", "02_A-B/00.png");
        assertThat(new DatasetCatalog()
                        .load(new DatasetConfig(made.out("").toString()))
                        .classNames())
                .containsExactly("a/b", "a b", "A-B");
    }

    private static float[] floats(StoredTensor tensor) {
        float[] values = new float[tensor.data().remaining() / Float.BYTES];
        tensor.data().asFloatBuffer().get(values);
        return values;
    }
}
