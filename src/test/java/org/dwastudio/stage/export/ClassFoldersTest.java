package org.dwastudio.stage.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.data.format.DatasetCatalog;
import org.dwastudio.run.ImageStore;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.TestImages;
import org.dwastudio.stage.export.format.ExportFormat;
import org.dwastudio.stage.export.format.ExportRequest;
import org.dwastudio.stage.export.format.ImageEncoding;
import org.dwastudio.teacher.TeacherMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassFoldersTest {
    private static final Experiment EXPERIMENT = SynthesisPresets.demonstration();
    /** Their alphabetical order is not that of the labels. */
    private static final List<String> CLASSES = List.of("zebra", "Ant*eater", "Café", "yak/ox");

    private static final List<String> FOLDERS = List.of("00_zebra", "01_Ant-eater", "02_Café", "03_yak-ox");

    @TempDir
    private Path temp;

    private Path out;

    @BeforeEach
    void export() throws IOException {
        RunDirectory run = RunDirectory.create(temp.resolve("run"));
        Files.writeString(run.metadata(), """
                programVersion: "1.2.3"
                engineVersion: "PyTorch 2.7.1"
                device: "CPU"
                datasetFingerprint: "00112233"
                teacherFingerprint: "44556677"
                started: "%s"
                """.formatted(Instant.EPOCH));
        ImageStore store = new ImageStore(run.images(), CLASSES, 2);
        store.write(0, 0, TestImages.random(4, 8, 1, 5), EXPERIMENT);
        store.write(1, 0, TestImages.random(4, 8, 1, 6), EXPERIMENT);
        NetworkConfig network = new NetworkConfig("convnet", 32, NetworkConfig.Stem.SMALL, 1, 4, 8);
        TeacherMetadata teacher =
                new TeacherMetadata(network, "Zoo", CLASSES, List.of(0.25), List.of(0.5), 0.875, Map.of());
        out = temp.resolve("out");
        Export.write(
                DistilledSet.open(run, teacher, EXPERIMENT, "9.9"),
                new ExportRequest(run.folder(), ExportFormat.CLASS_FOLDERS, ImageEncoding.PNG, out));
    }

    @Test
    void foldersThatAreSortedByNameAreInLabelOrder() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .sorted())
                    .isEqualTo(FOLDERS);
        }
        assertThat(Files.readAllLines(out.resolve("classes.txt"))).isEqualTo(CLASSES);
    }

    @Test
    void theReadmeStatesClassesNormalizationAndHowPyTorchReadsTheImages() throws IOException {
        assertThat(out.resolve("README.md"))
                .content()
                .startsWith(
                        "# demonstration, distilled from Zoo\n\n8 synthetic images of 4 classes, 8×8 pixels, gray, PNG.")
                .contains(
                        "| 1 | `01_Ant-eater` | Ant\\*eater | 2 |\n",
                        "transforms.Grayscale()",
                        "transforms.Normalize(mean=[0.25], std=[0.5])",
                        "datasets.ImageFolder(")
                .doesNotContain("Classes without images");
    }

    @Test
    void exportsOfThisFormAndOfTheFormerFormOpenWithTheSameClasses() throws IOException {
        assertThat(new DatasetCatalog().load(new DatasetConfig(out.toString())).classNames())
                .isEqualTo(CLASSES);

        // The former form: folders without numbers, neither README nor classes.txt.
        Path manifest = out.resolve("manifest.json");
        String listed = Files.readString(manifest);
        for (String name : FOLDERS) {
            String former = name.substring(3);
            Files.move(out.resolve(name), out.resolve(former));
            listed = listed.replace(name, former);
        }
        Files.writeString(manifest, listed);
        Files.delete(out.resolve("README.md"));
        Files.delete(out.resolve("classes.txt"));

        assertThat(new DatasetCatalog().load(new DatasetConfig(out.toString())).classNames())
                .isEqualTo(CLASSES);
    }
}
