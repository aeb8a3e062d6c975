package org.dwastudio.engine.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.engine.ImportedTeacher;
import org.dwastudio.engine.TeacherImport;
import org.dwastudio.engine.TeacherSummary;
import org.dwastudio.engine.standard.StandardEngine;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.nn.torch.TorchEngine;
import org.dwastudio.stage.export.format.ExportFormat;
import org.dwastudio.stage.export.format.ExportRequest;
import org.dwastudio.stage.export.format.ImageEncoding;
import org.dwastudio.stage.request.SynthesisRequest;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.teacher.ClassComparison;
import org.dwastudio.teacher.ClassComparison.Result;
import org.dwastudio.teacher.ImportConsents;
import org.dwastudio.teacher.OtherClassesException;
import org.dwastudio.teacher.TeacherMetadata;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.file.TensorFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A teacher of other classes, or of the same in another order, on the bundled dataset. */
@Timeout(300)
class OtherClassesTest {
    private static final DatasetConfig FASHION = new DatasetConfig(DatasetConfig.BUNDLED);

    @TempDir
    private Path folder;

    private final StandardEngine engine = new StandardEngine("9.9");

    @AfterEach
    void closeEngine() {
        engine.close();
    }

    @Test
    void namesAreComparedByLettersAndDigitsAndInOrder() {
        List<String> dataset = List.of("T-shirt/top", "Ankle boot", "Bag");
        assertThat(ClassComparison.of(List.of("t_shirt_top", "ankle-boot", "bag"), dataset)
                        .result())
                .isEqualTo(Result.SAME);
        assertThat(ClassComparison.of(List.of("Bag", "T-shirt top", "Ankle boot"), dataset))
                .isEqualTo(new ClassComparison(Result.REORDERED, List.of(1, 2, 0)));
        assertThat(ClassComparison.of(List.of("Bag", "T-shirt/top", "truck"), dataset)
                        .result())
                .isEqualTo(Result.OTHER);
        assertThat(ClassComparison.of(List.of("Bag", "bag", "T-shirt/top"), dataset)
                        .result())
                .isEqualTo(Result.OTHER);
        assertThat(ClassComparison.of(List.of("猫", "犬"), List.of("犬", "猫")).order())
                .containsExactly(1, 0);
    }

    @Test
    void aTeacherOfTheSameClassesInAnotherOrderIsReordered() throws Exception {
        TensorFile bundled = bundled();
        List<String> names =
                new ArrayList<>(TeacherMetadata.read(bundled.path()).classNames());
        Collections.reverse(names);
        Map<String, StoredTensor> tensors = new LinkedHashMap<>(bundled.tensors());
        try (NDManager manager = TorchEngine.load().newManager()) {
            for (String name : List.of("fc.weight", "fc.bias")) {
                tensors.put(
                        name,
                        StoredTensor.of(bundled.tensor(name).toNDArray(manager).flip(0)));
            }
        }
        Path reversed = written("reversed", tensors, bundled, names);

        ImportedTeacher imported = imported(reversed, ImportConsents.NONE);

        assertThat(imported.summary().testAccuracy()).hasValueCloseTo(0.921, within(0.001));
        assertThat(imported.summary().classMatch()).isEqualTo(Result.SAME);
        assertThat(TeacherMetadata.read(imported.file()).classNames()).startsWith("T-shirt/top");
    }

    @Test
    void aTeacherOfOtherClassesIsRefusedUntilConfirmed() throws Exception {
        TensorFile bundled = bundled();
        List<String> names =
                List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");
        Path other = written("other", bundled.tensors(), bundled, names);

        assertThatThrownBy(() -> imported(other, ImportConsents.NONE))
                .cause()
                .isInstanceOf(OtherClassesException.class)
                .hasMessageContaining("trained on Fashion-MNIST, not on this dataset; accuracy here: not measured")
                .hasMessageContaining("airplane, automobile, bird, cat, … (10)")
                .hasMessageContaining("T-shirt/top");
        assertThat(imported(other, ImportConsents.NONE.allowingOtherClasses())
                        .summary()
                        .testAccuracy())
                .hasValueCloseTo(0.921, within(0.001));

        engine.datasets().summary(FASHION).get();
        TeacherSummary summary = engine.teachers()
                .summary(new TeacherConfig(other.toString(), Optional.empty()))
                .get();
        assertThat(summary.classMatch()).isEqualTo(Result.OTHER);
        assertThat(summary.trainedOn()).isEqualTo("Fashion-MNIST");
        assertThat(summary.isOfTheDataset()).isFalse();

        Path run = folder.resolve("run");
        Experiment experiment =
                SynthesisPresets.demonstration().withTeacher(new TeacherConfig(other.toString(), Optional.empty()));
        assertThatThrownBy(() -> engine.start(SynthesisRequest.fresh(experiment, run), event -> {})
                        .outcome()
                        .get())
                .cause()
                .isInstanceOf(OtherClassesException.class);
        assertThat(run).doesNotExist();
    }

    @Test
    void anExportWithAConfirmedTeacherOfOtherClassesHasTheNamesOfTheDataset() throws Exception {
        TensorFile bundled = bundled();
        Path other = written(
                "other",
                bundled.tensors(),
                bundled,
                List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"));
        Experiment demonstration = SynthesisPresets.demonstration();
        Experiment experiment = demonstration
                .withTeacher(new TeacherConfig(other.toString(), Optional.empty()).withOtherClasses(true))
                .withSynthesis(demonstration.synthesis().withImagesPerClass(1).withIterations(1));
        Path run = folder.resolve("run");
        engine.start(SynthesisRequest.fresh(experiment, run), event -> {})
                .outcome()
                .get();

        Path out = folder.resolve("out");
        engine.results()
                .export(new ExportRequest(run, ExportFormat.CLASS_FOLDERS, ImageEncoding.PNG, out))
                .get();

        assertThat(Files.readAllLines(out.resolve("classes.txt"))).hasSize(10).startsWith("T-shirt/top", "Trouser");
        assertThat(out.resolve("00_T-shirt-top")).isDirectory();
        assertThat(out.resolve("manifest.json"))
                .content()
                .contains("Ankle boot")
                .doesNotContain("truck");
    }

    private ImportedTeacher imported(Path weights, ImportConsents consents) throws Exception {
        Path target = folder.resolve("imported-" + consents.otherClasses() + ".safetensors");
        return engine.teachers()
                .importWeights(
                        new TeacherImport(weights, Optional.empty(), FASHION, target).with(consents),
                        ProgressListener.NONE,
                        CancellationToken.NONE)
                .get();
    }

    private Path written(String name, Map<String, StoredTensor> tensors, TensorFile like, List<String> names)
            throws IOException {
        Map<String, String> text = new LinkedHashMap<>(like.metadata());
        text.put("classNames", "[\"" + String.join("\",\"", names) + "\"]");
        text.put("dataset", "Fashion-MNIST");
        Path path = folder.resolve(name + ".safetensors");
        new TensorFile(path, tensors, text).write();
        return path;
    }

    private TensorFile bundled() throws IOException {
        Path copy = folder.resolve("bundled.safetensors");
        try (var packed = Objects.requireNonNull(OtherClassesTest.class.getResourceAsStream(
                "/assets/teachers/resnet18-w16-fashion-mnist.safetensors"))) {
            Files.copy(packed, copy);
        }
        return TensorFile.read(copy);
    }
}
