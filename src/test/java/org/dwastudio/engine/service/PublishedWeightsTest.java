package org.dwastudio.engine.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.engine.ImportedTeacher;
import org.dwastudio.engine.TeacherImport;
import org.dwastudio.engine.standard.StandardEngine;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.teacher.ImportConsents;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundled teacher as other programs save it. The files are not part of the repository. */
@Timeout(300)
class PublishedWeightsTest {
    private static final Path CASES = Path.of("../shared/cases/weights");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "resnet20-12fca82f.th, resnet20",
        "resnet32-d509ac18.th, resnet32",
        "resnet44-014dd654.th, resnet44",
        "resnet56-4bfd9763.th, resnet56"
    })
    void publishedResNetsForCifarAreRecognized(String name, String architecture) throws Exception {
        Path weights = Path.of("../shared/data/cifar-resnets").resolve(name);
        assumeTrue(Files.isRegularFile(weights), weights + " is not there");
        try (StandardEngine engine = new StandardEngine("9.9")) {
            assertThat(engine.teachers()
                            .fittingNetworks(weights, new DatasetConfig("cifar").withImageSize(32))
                            .get())
                    .containsExactly(new NetworkConfig(architecture, 16, NetworkConfig.Stem.SMALL, 3, 10, 32));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kuangliu-ckpt.pth",
                "torchvision-reference-checkpoint.pth",
                "numpy-scalar.pth",
                "extra-tensor.pth"
            })
    void theBundledTeacherUnderOtherNamesHasItsAccuracy(String name) throws Exception {
        Path weights = CASES.resolve(name);
        assumeTrue(Files.isRegularFile(weights), weights + " is not there");
        try (StandardEngine engine = new StandardEngine("9.9")) {
            TeacherImport request = new TeacherImport(
                            weights,
                            Optional.empty(),
                            new DatasetConfig(DatasetConfig.BUNDLED),
                            folder.resolve("teacher.safetensors"))
                    .with(new ImportConsents(name.startsWith("extra"), false));
            ImportedTeacher imported = engine.teachers()
                    .importWeights(request, ProgressListener.NONE, CancellationToken.NONE)
                    .get();
            assertThat(imported.summary().testAccuracy()).hasValueCloseTo(0.921, within(0.001));
        }
    }
}
