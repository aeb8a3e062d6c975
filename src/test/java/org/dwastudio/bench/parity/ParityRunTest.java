package org.dwastudio.bench.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.weights.file.TensorFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParityRunTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private static final double TOLERANCE = 1e-8;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"convnet-w16", "convnet-w16-plain", "resnet18-w8", "bottleneck-w4"})
    void theSynthesisAgreesWithThePublishedImplementation(String name) throws Exception {
        ParityReport report = run(caseNamed(name), Optional.empty());

        assertThat(report.adjusted()).isLessThan(TOLERANCE);
        assertThat(report.trace()).isLessThan(TOLERANCE);
        assertThat(report.images()).hasSize(3).allSatisfy((step, difference) -> assertThat(difference)
                .isLessThan(TOLERANCE));
        assertThat(report.largest()).isLessThan(TOLERANCE);
    }

    @Test
    void whatWasComputedIsWrittenUnderTheSameKeys() throws Exception {
        Path parity = caseNamed("convnet-w16-plain");

        run(parity, Optional.of(folder));

        for (String file : new String[] {"adjusted.npz", "expected.npz"}) {
            assertThat(TensorFile.read(folder.resolve(file)).tensors().keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            TensorFile.read(parity.resolve(file)).tensors().keySet());
        }
    }

    @Test
    void aDifferenceIsFound() throws Exception {
        Path parity = copyOf("convnet-w16-plain");
        Path settings = parity.resolve("case.json");
        Files.writeString(
                settings, Files.readString(settings).replace("\"learningRate\": 0.1", "\"learningRate\": 0.1000001"));

        ParityReport report = run(parity, Optional.empty());

        assertThat(report.images().get("images_1")).isBetween(0.9e-7, 1.1e-7);
        assertThat(report.largest()).isGreaterThan(TOLERANCE);
    }

    @Test
    void aFolderWithoutACaseIsRefusedWithAMessage() {
        assertThatThrownBy(() -> run(folder, Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds no case.json");
    }

    @Test
    void aCaseWithRandomViewsIsRefusedWithAMessage() throws Exception {
        Path parity = copyOf("convnet-w16-plain");
        Path settings = parity.resolve("case.json");
        Files.writeString(settings, Files.readString(settings).replace("\"jitter\": 0", "\"jitter\": 4"));

        assertThatThrownBy(() -> run(parity, Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("jitter must be 0");
    }

    private ParityReport run(Path parity, Optional<Path> out) throws IOException {
        return new ParityRun(new NetworkCatalog()).run(parity, out, tensors.manager());
    }

    private Path copyOf(String name) throws Exception {
        Path copy = Files.createDirectory(folder.resolve(name));
        for (String file : new String[] {"case.json", "teacher.npz", "init.npz", "adjusted.npz", "expected.npz"}) {
            Files.copy(caseNamed(name).resolve(file), copy.resolve(file));
        }
        return copy;
    }

    private static Path caseNamed(String name) throws URISyntaxException {
        return Path.of(ParityRunTest.class.getResource("/parity/" + name).toURI());
    }
}
