package org.dwastudio.stage.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dwastudio.stage.export.ExportedRun.CLASSES;
import static org.dwastudio.stage.export.ExportedRun.EXPERIMENT;
import static org.dwastudio.stage.export.ExportedRun.MEAN;
import static org.dwastudio.stage.export.ExportedRun.SIZE;
import static org.dwastudio.stage.export.ExportedRun.teacher;

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
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.image.CropBox;
import org.dwastudio.run.ImageOrigin;
import org.dwastudio.run.ImageStore;
import org.dwastudio.run.TestImages;
import org.dwastudio.stage.export.format.ExportFormat;
import org.dwastudio.stage.export.format.ImageEncoding;
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

/** Manifest and files of an export, compared. */
class ExportManifestTest {
    @TempDir
    private Path temp;

    private ExportedRun made;

    @BeforeEach
    void makeRun() throws IOException {
        made = new ExportedRun(temp);
    }

    @ParameterizedTest
    @EnumSource(ImageEncoding.class)
    void noFileOfAnExportStatesFoldersAndEveryImageStatesItsExperiment(ImageEncoding encoding) throws Exception {
        Experiment own = EXPERIMENT
                .withDataset(EXPERIMENT.dataset().withSource("/home/ada/pets"))
                .withTeacher(EXPERIMENT.teacher().withWeights("/home/ada/teachers/mine.safetensors"));
        for (int column : List.of(0, 7)) {
            new ImageStore(made.run().images(), CLASSES, 10).write(column, 0, made.first(), own);
        }

        Export.write(
                DistilledSet.open(made.run(), teacher(CLASSES), own, "9.9"),
                made.request(ExportFormat.CLASS_FOLDERS, encoding));

        Experiment shared = own.withoutFolders();
        assertThat(shared.dataset().source()).isEqualTo("pets");
        assertThat(made.manifest().get("experiment").getAsString()).isEqualTo(ExperimentWriter.toYaml(shared));
        assertThat(ImageOrigin.read(made.out("02_Coat/07" + encoding.ending())))
                .contains(new ImageOrigin(shared, Optional.of(new ImageOrigin.Place(2, "Coat", 7))));
        for (String file : made.files()) {
            assertThat(new String(Files.readAllBytes(made.out(file)), StandardCharsets.ISO_8859_1))
                    .doesNotContain("/home/ada");
        }
    }

    @Test
    void softLabelsComeWithTheImagesThatTheyWereGivenFor() throws IOException {
        keepLabels();
        made.export(ExportFormat.SOFT_LABELS, ImageEncoding.PNG);

        TensorFile images = TensorFile.read(made.out("pictures.npz"));
        StoredTensor pixels = images.tensor("pixels");
        assertThat(pixels.shape().getShape()).containsExactly(6, SIZE, SIZE, 3);
        byte[] image = new byte[SIZE * SIZE * 3];
        pixels.data().get(image.length, image);
        assertThat(image).isEqualTo(TestImages.bytesOf(made.second(), 0));
        JsonObject set = JsonParser.parseString(Files.readString(made.out("soft-labels.json")))
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject();
        assertThat(set.get("teacher").getAsString()).isEqualTo("44556677");
        assertThat(set.get("epochs").getAsInt()).isOne();
        TensorFile epoch = TensorFile.read(made.out(set.get("folder").getAsString() + "/epoch-00000.npz"));
        assertThat(epoch.tensor("logits").dataType()).isEqualTo(DataType.FLOAT16);
        assertThat(epoch.tensor("logits").data().getShort(2)).isEqualTo((short) 0x3C00);
        assertThat(epoch.tensor("cuts").data().getInt(4)).isEqualTo(-3);
        assertThat(epoch.tensor("shares").data().getDouble()).isEqualTo(0.75);
    }

    @Test
    void softLabelsThatWereNotStoredAreRejectedWithAMessage() {
        assertThatThrownBy(() -> made.export(ExportFormat.SOFT_LABELS, ImageEncoding.PNG))
                .hasMessageStartingWith(
                        made.run().softLabels() + ": there are no stored soft labels. Please run relabel first");
        assertThat(made.out("")).doesNotExist();
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
        SoftLabelFolder.below(
                        made.run().softLabels(), SoftLabelOrigin.of(EXPERIMENT.evaluation(), 42, "44556677", "8899"))
                .keep(0, labels);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"REPORT", "ANIMATION"},
            mode = EnumSource.Mode.EXCLUDE)
    void theManifestStatesClassesNormalizationTeacherExperimentAndEveryFilesChecksum(ExportFormat format)
            throws Exception {
        keepLabels();
        made.export(format, ImageEncoding.PNG);

        JsonObject manifest = made.manifest();
        List<String> listed = new ArrayList<>();
        for (JsonElement element : manifest.getAsJsonArray("files")) {
            String path = element.getAsJsonObject().get("path").getAsString();
            byte[] content = Files.readAllBytes(made.out(path));
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(content);
            assertThat(element.getAsJsonObject().get("sha256").getAsString())
                    .isEqualTo(HexFormat.of().formatHex(sha256));
            assertThat(element.getAsJsonObject().get("bytes").getAsInt()).isEqualTo(content.length);
            listed.add(path);
        }
        listed.add("manifest.json");
        assertThat(listed).containsExactlyInAnyOrderElementsOf(made.files());
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
}
