package org.dwastudio.stage.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.data.format.DatasetCatalog;
import org.dwastudio.image.CropBox;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.run.ImageOrigin;
import org.dwastudio.run.ImageStore;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunDirectoryLock;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.TestImages;
import org.dwastudio.stage.export.format.ExportFormat;
import org.dwastudio.stage.export.format.ExportRequest;
import org.dwastudio.stage.export.format.ImageEncoding;
import org.dwastudio.teacher.TeacherMetadata;
import org.dwastudio.train.batch.AugmentedBatch;
import org.dwastudio.train.batch.MixedBatch;
import org.dwastudio.train.label.EpochLabels;
import org.dwastudio.train.label.SoftLabelFolder;
import org.dwastudio.train.label.SoftLabelOrigin;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.file.TensorFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportTest {
    private static final int SIZE = 8;
    private static final Experiment EXPERIMENT = SynthesisPresets.demonstration();
    /** Neither in alphabetical order nor valid as folder names. */
    private static final List<String> CLASSES = List.of("T-shirt/top", "Ankle boot", "Coat");

    private static final List<Double> MEAN = List.of(0.5, 0.25, 0.125);
    private static final List<Double> STD = List.of(0.25, 0.5, 0.3);

    @TempDir
    private Path temp;

    private RunDirectory run;
    private final ImageBatch first = TestImages.random(3, SIZE, 3, 1);
    private final ImageBatch second = TestImages.random(3, SIZE, 3, 2);

    @BeforeEach
    void makeRun() throws IOException {
        run = RunDirectory.create(temp.resolve("run"));
        ExperimentWriter.write(EXPERIMENT, run.experiment());
        Files.writeString(run.facts(), """
                programVersion: "1.2.3"
                engineVersion: "PyTorch 2.7.1"
                device: "CPU · 2 threads"
                datasetFingerprint: "00112233"
                teacherFingerprint: "44556677"
                started: "2026-11-24T10:15:30Z"
                """);
        ImageStore store = new ImageStore(run.images(), CLASSES, 10);
        store.write(0, 0, first, EXPERIMENT);
        store.write(7, 0, second, EXPERIMENT);
    }

    @Test
    void thePublishedLayoutHasTheRunsFilesUnderItsNames() throws IOException {
        assertThat(export(ExportFormat.PUBLISHED, ImageEncoding.PNG)).isEqualTo(6);

        assertThat(files())
                .containsExactly(
                        "manifest.json",
                        "new000/class000_id000.png",
                        "new000/class000_id007.png",
                        "new001/class001_id000.png",
                        "new001/class001_id007.png",
                        "new002/class002_id000.png",
                        "new002/class002_id007.png");
        assertThat(PngFile.read(out("new001/class001_id007.png")).bytes()).isEqualTo(TestImages.bytesOf(second, 1));
    }

    @Test
    void classFoldersHaveTheRunsFilesByteForByte() throws IOException {
        export(ExportFormat.CLASS_FOLDERS, ImageEncoding.PNG);

        assertThat(files())
                .contains("00_T-shirt-top/00.png", "00_T-shirt-top/07.png", "01_Ankle-boot/00.png", "02_Coat/07.png")
                .hasSize(9);
        assertThat(out("01_Ankle-boot/07.png")).hasSameBinaryContentAs(run.images().resolve("01_Ankle-boot/07.png"));
    }

    @ParameterizedTest
    @EnumSource(ImageEncoding.class)
    void noFileOfAnExportStatesFoldersAndEveryImageStatesItsExperiment(ImageEncoding encoding) throws Exception {
        Experiment own = EXPERIMENT
                .withDataset(EXPERIMENT.dataset().withSource("/home/ada/pets"))
                .withTeacher(EXPERIMENT.teacher().withWeights("/home/ada/teachers/mine.safetensors"));
        for (int column : List.of(0, 7)) {
            new ImageStore(run.images(), CLASSES, 10).write(column, 0, first, own);
        }

        Export.write(
                DistilledSet.open(run, teacher(CLASSES), own, "9.9"), request(ExportFormat.CLASS_FOLDERS, encoding));

        Experiment shared = own.withoutFolders();
        assertThat(shared.dataset().source()).isEqualTo("pets");
        assertThat(manifest().get("experiment").getAsString()).isEqualTo(ExperimentWriter.toYaml(shared));
        assertThat(ImageOrigin.read(out("02_Coat/07" + encoding.ending())))
                .contains(new ImageOrigin(shared, Optional.of(new ImageOrigin.Place(2, "Coat", 7))));
        for (String file : files()) {
            assertThat(new String(Files.readAllBytes(out(file)), StandardCharsets.ISO_8859_1))
                    .doesNotContain("/home/ada");
        }
    }

    @Test
    void jpegsKeepSizeAndColorAndStayNearThePixels() throws IOException {
        new ImageStore(run.images(), CLASSES, 10).write(0, 0, smooth(), EXPERIMENT);

        export(ExportFormat.PUBLISHED, ImageEncoding.JPEG);

        Path file = out("new002/class002_id000.jpg");
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
        assertThat(manifest().getAsJsonObject("images").get("encoding").getAsString())
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
        export(format, ImageEncoding.PNG);

        TensorFile file = TensorFile.read(out("images." + format.key()));
        StoredTensor images = file.tensor("images");
        assertThat(images.shape().getShape()).containsExactly(6, 3, SIZE, SIZE);
        ByteBuffer values = images.data();
        for (int label = 0; label < 3; label++) {
            for (ImageBatch column : List.of(first, second)) {
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
        export(ExportFormat.HUGGING_FACE, ImageEncoding.PNG);

        List<String> lines = Files.readAllLines(out("train/metadata.jsonl"));
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
            assertThat(out("train/" + file)).isRegularFile();
        }
        assertThat(out("README.md"))
                .content()
                .startsWith("---\npretty_name: \"demonstration, distilled from Clothes\"\n")
                .contains(
                        "          '1': \"Ankle boot\"\n", "n<1K", "6 synthetic images of 3 classes, at most 2 a class")
                .contains("| teacher | convnet, width 32, test accuracy 87.5 % |", "| rho | 0.015 |");
    }

    @Test
    void softLabelsComeWithTheImagesThatTheyWereGivenFor() throws IOException {
        keepLabels();
        export(ExportFormat.SOFT_LABELS, ImageEncoding.PNG);

        TensorFile images = TensorFile.read(out("pictures.npz"));
        StoredTensor pixels = images.tensor("pixels");
        assertThat(pixels.shape().getShape()).containsExactly(6, SIZE, SIZE, 3);
        byte[] second = new byte[SIZE * SIZE * 3];
        pixels.data().get(second.length, second);
        assertThat(second).isEqualTo(TestImages.bytesOf(this.second, 0));
        JsonObject set = JsonParser.parseString(Files.readString(out("soft-labels.json")))
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject();
        assertThat(set.get("teacher").getAsString()).isEqualTo("44556677");
        assertThat(set.get("epochs").getAsInt()).isOne();
        TensorFile epoch = TensorFile.read(out(set.get("folder").getAsString() + "/epoch-00000.npz"));
        assertThat(epoch.tensor("logits").dataType()).isEqualTo(DataType.FLOAT16);
        assertThat(epoch.tensor("logits").data().getShort(2)).isEqualTo((short) 0x3C00);
        assertThat(epoch.tensor("cuts").data().getInt(4)).isEqualTo(-3);
        assertThat(epoch.tensor("shares").data().getDouble()).isEqualTo(0.75);
    }

    @Test
    void softLabelsThatWereNotStoredAreRejectedWithAMessage() {
        assertThatThrownBy(() -> export(ExportFormat.SOFT_LABELS, ImageEncoding.PNG))
                .hasMessageStartingWith(
                        run.softLabels() + ": there are no stored soft labels. Please run relabel first");
        assertThat(out("")).doesNotExist();
    }

    /** Stores soft labels of one step with two images. */
    private void keepLabels() throws IOException {
        CropBox cut = new CropBox(2, -3, SIZE, SIZE, true);
        MixedBatch mix = new MixedBatch(new int[] {1, 0}, 0.75, Optional.empty());
        ByteBuffer logits = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        logits.putShort(2, (short) 0x3C00);
        EpochLabels labels = new EpochLabels(
                List.of(new AugmentedBatch(new int[] {4, 2}, List.of(cut, cut), mix)),
                new StoredTensor(DataType.FLOAT16, new Shape(2, 3), logits));
        SoftLabelFolder.below(run.softLabels(), SoftLabelOrigin.of(EXPERIMENT.evaluation(), 42, "44556677", "8899"))
                .keep(0, labels);
    }

    @ParameterizedTest
    @EnumSource(names = "REPORT", mode = EnumSource.Mode.EXCLUDE)
    void theManifestStatesClassesNormalizationTeacherExperimentAndEveryFilesChecksum(ExportFormat format)
            throws Exception {
        keepLabels();
        export(format, ImageEncoding.PNG);

        JsonObject manifest = manifest();
        List<String> listed = new ArrayList<>();
        for (JsonElement element : manifest.getAsJsonArray("files")) {
            String path = element.getAsJsonObject().get("path").getAsString();
            byte[] content = Files.readAllBytes(out(path));
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(content);
            assertThat(element.getAsJsonObject().get("sha256").getAsString())
                    .isEqualTo(HexFormat.of().formatHex(sha256));
            assertThat(element.getAsJsonObject().get("bytes").getAsInt()).isEqualTo(content.length);
            listed.add(path);
        }
        listed.add("manifest.json");
        assertThat(listed).containsExactlyInAnyOrderElementsOf(files());
        assertThat(manifest.getAsJsonArray("classes"))
                .extracting(one -> one.getAsJsonObject().get("name").getAsString())
                .isEqualTo(CLASSES);
        assertThat(manifest.getAsJsonObject("normalization").getAsJsonArray("mean"))
                .extracting(JsonElement::getAsDouble)
                .isEqualTo(MEAN);
        assertThat(manifest.getAsJsonObject("teacher").get("architecture").getAsString())
                .isEqualTo("convnet");
        assertThat(manifest.getAsJsonObject("teacher").get("fingerprint").getAsString())
                .isEqualTo("44556677");
        assertThat(manifest.get("experiment").getAsString()).isEqualTo(ExperimentWriter.toYaml(EXPERIMENT));
        assertThat(manifest.get("programVersion").getAsString()).isEqualTo("9.9");
        assertThat(manifest.getAsJsonObject("run").get("programVersion").getAsString())
                .isEqualTo("1.2.3");
        assertThat(manifest.get("format").getAsString()).isEqualTo(format.key());
    }

    @ParameterizedTest
    @EnumSource(names = {"PUBLISHED", "CLASS_FOLDERS", "HUGGING_FACE"})
    void anExportOpensAsADatasetWithTheSameClassesPixelsAndNormalization(ExportFormat format) throws IOException {
        export(format, ImageEncoding.PNG);

        ImageDataset dataset = new DatasetCatalog().load(new DatasetConfig(out("").toString()));

        assertThat(dataset.classNames()).isEqualTo(CLASSES);
        for (int label = 0; label < CLASSES.size(); label++) {
            assertThat(imagesOf(dataset, label))
                    .containsExactlyInAnyOrder(
                            Arrays.toString(TestImages.bytesOf(first, label)),
                            Arrays.toString(TestImages.bytesOf(second, label)));
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
    void classNamesThatDifferInUnsafeCharactersOnlyHaveTheirOwnFolders() throws IOException {
        TeacherMetadata teacher = teacher(List.of("a/b", "a b", "A-B"));

        Export.write(
                DistilledSet.open(run, teacher, EXPERIMENT, "9.9"),
                request(ExportFormat.CLASS_FOLDERS, ImageEncoding.PNG));

        assertThat(files()).contains("00_a-b/00.png", "01_a-b/00.png", "02_A-B/00.png");
        assertThat(new DatasetCatalog()
                        .load(new DatasetConfig(out("").toString()))
                        .classNames())
                .containsExactly("a/b", "a b", "A-B");
    }

    @Test
    void aTargetWithContentIsRejectedAndLeftAlone() throws IOException {
        Path mine = Files.writeString(Files.createDirectory(out("")).resolve("mine.txt"), "mine");

        assertThatThrownBy(() -> export(ExportFormat.NPZ, ImageEncoding.PNG))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("already holds files");
        assertThat(mine).hasContent("mine");
        assertThat(files()).containsExactly("mine.txt");
    }

    @Test
    void anExportThatFailsLeavesNothingBehind() throws IOException {
        DistilledSet set = set();
        // Found after other images were written.
        Files.delete(run.images().resolve("02_Coat/07.png"));

        assertThatThrownBy(() -> Export.write(set, request(ExportFormat.HUGGING_FACE, ImageEncoding.PNG)))
                .isInstanceOf(RunFolderException.class);
        assertThat(out("")).doesNotExist();
        assertThat(temp.resolve("out.part")).doesNotExist();
    }

    @Test
    void whatLiesInTheWayOfTheCopyIsNamedAndLeftAlone() throws IOException {
        Path inTheWay = Files.createDirectory(temp.resolve("out.part"));
        Files.createDirectory(inTheWay.resolve("export"));

        assertThatThrownBy(() -> export(ExportFormat.CLASS_FOLDERS, ImageEncoding.PNG))
                .hasMessageStartingWith(inTheWay + ": is in the way");
        assertThat(inTheWay.resolve("export")).isEmptyDirectory();
    }

    @Test
    void whatAKilledExportLeftIsTakenAway() throws Exception {
        Path left = Files.createDirectories(temp.resolve("out.part/export/Coat"));
        Files.writeString(left.resolve("00.png"), "half an image");
        Files.writeString(temp.resolve("out.part/.lock"), "process 1\n");

        export(ExportFormat.CLASS_FOLDERS, ImageEncoding.PNG);

        assertThat(temp.resolve("out.part")).doesNotExist();
        assertThat(files()).contains("manifest.json");
    }

    @Test
    void anExportInProgressIsNotDisturbed() throws Exception {
        Path beside = Files.createDirectory(temp.resolve("out.part"));
        try (RunDirectoryLock lock = RunDirectoryLock.acquire(new RunDirectory(beside))) {
            assertThatThrownBy(() -> export(ExportFormat.NPZ, ImageEncoding.PNG))
                    .hasMessageContaining("is being written to by another run");
            assertThat(lock.directory().folder()).exists();
        }
    }

    @Test
    void aFullDiskIsReportedAndNothingIsLeft() {
        assertThatThrownBy(() -> StagedDirectory.write(temp.resolve("out"), folder -> {
                    Files.writeString(folder.resolve("first.png"), "whole");
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(RunFolderException.class)
                .hasMessage(
                        temp.resolve("out") + ": the disk is full; free some space or choose a folder on another disk");
        assertThat(temp.resolve("out")).doesNotExist();
        assertThat(temp.resolve("out.part")).doesNotExist();
    }

    @Test
    void aPlaceThatVanishesIsReportedAndNotMadeAgain() throws IOException {
        Path place = Files.createDirectory(temp.resolve("stick"));

        assertThatThrownBy(() -> StagedDirectory.write(place.resolve("out"), folder -> {
                    Files.move(place, temp.resolve("elsewhere"));
                    Files.writeString(folder.resolve("first.png"), "whole");
                }))
                .isInstanceOf(RunFolderException.class)
                .hasMessageStartingWith(place.resolve("out") + ": vanished while it was being written to");
        assertThat(place).doesNotExist();
    }

    @Test
    void aRunWithoutImagesIsRejected() throws IOException {
        RunDirectory empty = RunDirectory.create(temp.resolve("empty"));

        assertThatThrownBy(() -> DistilledSet.requireImages(empty))
                .hasMessage(empty.folder() + ": holds no images yet; finish a column first");
        assertThatThrownBy(() -> DistilledSet.open(empty, teacher(CLASSES), EXPERIMENT, "9.9"))
                .hasMessage(empty.folder() + ": holds no images yet; finish a column first");
    }

    @Test
    void imagesThatAreNotTheTeachersAreRejected() {
        assertThatThrownBy(() -> DistilledSet.open(run, teacher(List.of("a", "b")), EXPERIMENT, "9.9"))
                .hasMessageContaining("holds images of 3 classes with 3 channels, but the teacher knows 2 classes");
    }

    @Test
    void tensorsOfImagesOfDifferentSizesAreRejectedByName() throws IOException {
        new ImageStore(run.images(), CLASSES, 10).write(8, 0, TestImages.random(3, 4, 3, 3), EXPERIMENT);

        assertThatThrownBy(() -> export(ExportFormat.NPZ, ImageEncoding.PNG))
                .hasMessageStartingWith(run.images().resolve("00_T-shirt-top/08.png")
                        + ": is an image of 4×4×3, the first of the run of 8×8×3");
        assertThat(out("")).doesNotExist();
    }

    @Test
    void tensorsHaveNoJpegs() {
        assertThatThrownBy(() -> request(ExportFormat.SAFETENSORS, ImageEncoding.JPEG))
                .hasMessageStartingWith("The format safetensors holds numbers and no images");
    }

    private int export(ExportFormat format, ImageEncoding encoding) throws IOException {
        return Export.write(set(), request(format, encoding));
    }

    private ExportRequest request(ExportFormat format, ImageEncoding encoding) {
        return new ExportRequest(run.folder(), format, encoding, out(""));
    }

    private DistilledSet set() throws IOException {
        return DistilledSet.open(run, teacher(CLASSES), EXPERIMENT, "9.9");
    }

    private static TeacherMetadata teacher(List<String> classes) {
        NetworkConfig network = new NetworkConfig("convnet", 32, NetworkConfig.Stem.SMALL, 3, classes.size(), SIZE);
        return new TeacherMetadata(network, "Clothes", classes, MEAN, STD, 0.875, Map.of());
    }

    private Path out(String file) {
        return temp.resolve("out").resolve(file);
    }

    private JsonObject manifest() throws IOException {
        return JsonParser.parseString(Files.readString(out("manifest.json"))).getAsJsonObject();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(out(""))) {
            return all.filter(Files::isRegularFile)
                    .map(file -> out("").relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static float[] floats(StoredTensor tensor) {
        float[] values = new float[tensor.data().remaining() / Float.BYTES];
        tensor.data().asFloatBuffer().get(values);
        return values;
    }
}
