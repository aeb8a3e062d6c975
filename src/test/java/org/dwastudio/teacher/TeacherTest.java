package org.dwastudio.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.file.TensorFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeacherTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private static final NetworkConfig CONFIG = new NetworkConfig("convnet3", 4, Stem.SMALL, 1, 2, 8);
    private static final TeacherMetadata METADATA = new TeacherMetadata(
            CONFIG,
            "bundled:fashion-mnist",
            List.of("T-shirt/top", "Shirt, \"long\""),
            List.of(0.286),
            List.of(0.353),
            0.915,
            Map.of("epochs", "20"));

    @TempDir
    private Path folder;

    private final NetworkCatalog catalog = new NetworkCatalog();

    @Test
    void aTeacherComesBackWithItsWeightsAndWhatIsKnownAboutIt() throws IOException {
        Path path = folder.resolve("teacher.safetensors");
        Network network = catalog.build(CONFIG, tensors.manager(), DataType.FLOAT32, 3);
        new Teacher(network, METADATA).write(path);

        Teacher read = Teacher.read(path, catalog, tensors.manager(), DataType.FLOAT32);

        assertThat(read.metadata()).isEqualTo(METADATA);
        NDArray images = tensors.manager().randomNormal(new Shape(2, 1, 8, 8));
        assertThat(read.network().logits(images).toFloatArray())
                .containsExactly(network.logits(images).toFloatArray());
    }

    @Test
    void weightsThatDoNotFitAreNamedWithFileAndBothShapes() {
        Network network = catalog.build(CONFIG, tensors.manager(), DataType.FLOAT32, 3);
        Map<String, NDArray> state = new LinkedHashMap<>(network.state());
        state.put("fc.weight", tensors.manager().ones(new Shape(3, 4)));
        state.put("conv4.weight", tensors.manager().ones(new Shape(1)));
        state.put("bn1.num_batches_tracked", tensors.manager().create(7L));
        state.remove("bn2.bias");
        TensorFile file = TensorFile.of(folder.resolve("other.npz"), state, Map.of());

        assertThatThrownBy(() -> catalog.load(CONFIG, file, tensors.manager(), DataType.FLOAT32))
                .isInstanceOf(WeightsException.class)
                .hasMessage(folder.resolve("other.npz") + ": tensor 'bn2.bias' of shape (4) is missing; "
                        + "tensor 'fc.weight' has shape (3, 4) where the network needs (2, 4); "
                        + "tensor 'conv4.weight' of shape (1) is not part of the network. "
                        + "The nearest known network is convnet3 (width 4, stem small, 1 channel, 3 classes, images of 8×8), "
                        + "which 15 of 18 tensors fit. "
                        + "Please check architecture, width, stem, channels, classes and image size.");
    }

    @Test
    void aFlippedBitAnywhereInATeacherIsRefused() throws IOException {
        Path path = folder.resolve("teacher.safetensors");
        new Teacher(catalog.build(CONFIG, tensors.manager(), DataType.FLOAT32, 3), METADATA).write(path);
        byte[] whole = Files.readAllBytes(path);
        int values = whole.length - 500;
        int name = new String(whole, StandardCharsets.ISO_8859_1).indexOf("fashion");
        for (int place : new int[] {values, values + 123, whole.length - 1, name, name + 3}) {
            byte[] flipped = whole.clone();
            flipped[place] ^= 2;
            Files.write(path, flipped);
            assertThatThrownBy(() -> Teacher.read(path, catalog, tensors.manager(), DataType.FLOAT32))
                    .as("byte %d", place)
                    .isInstanceOf(WeightsException.class)
                    .hasMessageContaining("its checksum does not match its content");
        }
    }

    @Test
    void aTeacherOfTheFirstVersionHasNoChecksumAndOpens() throws IOException {
        Path path = folder.resolve("teacher.safetensors");
        Network network = catalog.build(CONFIG, tensors.manager(), DataType.FLOAT32, 3);
        TensorFile.of(path, network.state(), METADATA.toText()).write();

        assertThat(Teacher.read(path, catalog, tensors.manager(), DataType.FLOAT32)
                        .metadata())
                .isEqualTo(METADATA);
    }

    @ParameterizedTest
    @CsvSource({
        "width, 2000000000, tensor 'conv1.weight'",
        "imageSize, 2000000000, its metadata is broken",
        "architecture, convnet33, its metadata is broken (unknown architecture 'convnet33'",
        "channels, 1000000000, its metadata is broken"
    })
    void metadataThatTheTensorsDoNotMatchIsRefusedBeforeMemoryIsAllocated(String key, String value, String problem) {
        Path path = folder.resolve("teacher.safetensors");
        Map<String, String> text = new LinkedHashMap<>(METADATA.toText());
        text.put(key, value);
        Network network = catalog.build(CONFIG, tensors.manager(), DataType.FLOAT32, 3);

        assertThatThrownBy(() -> {
                    TensorFile.of(path, network.state(), text).write();
                    Teacher.read(path, catalog, tensors.manager(), DataType.FLOAT32);
                })
                .isInstanceOf(WeightsException.class)
                .hasMessageContainingAll(path.toString(), problem);
    }

    @Test
    void aFileWithoutMetadataIsNoTeacher() throws IOException {
        Path path = folder.resolve("plain.safetensors");
        new TensorFile(path, Map.of(), Map.of("width", "4")).write();
        assertThatThrownBy(() -> Teacher.read(path, catalog, tensors.manager(), DataType.FLOAT32))
                .isInstanceOf(WeightsException.class)
                .hasMessage(path + ": its metadata lacks 'architecture', so this is no teacher of this program");
    }

    @Test
    void brokenMetadataIsRejected() {
        Map<String, String> text = new LinkedHashMap<>(METADATA.toText());
        text.put("width", "wide");
        TensorFile file = new TensorFile(folder.resolve("a.safetensors"), Map.of(), text);
        assertThatThrownBy(() -> TeacherMetadata.of(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("a.safetensors: its metadata is broken")
                .hasMessageContaining("wide");
    }

    @Test
    void classNamesAndClassesMustAgree() {
        Map<String, String> text = new LinkedHashMap<>(METADATA.toText());
        text.put("classNames", "[\"one\"]");
        TensorFile file = new TensorFile(folder.resolve("a.safetensors"), Map.of(), text);
        assertThatThrownBy(() -> TeacherMetadata.of(file)).hasMessageContaining("1 class name for 2 classes");
    }
}
