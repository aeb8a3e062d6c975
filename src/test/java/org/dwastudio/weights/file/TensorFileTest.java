package org.dwastudio.weights.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dwastudio.nn.NetworkParityCase;
import org.dwastudio.nn.operator.MemoryLayout;
import org.dwastudio.nn.torch.TorchEngine;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.WeightsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TensorFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"tensors.npz", "tensors.safetensors"})
    void tensorsComeBackAsTheyWereWritten(String name) throws IOException {
        try (NDManager manager = TorchEngine.load().newManager()) {
            Map<String, NDArray> tensors = new LinkedHashMap<>();
            tensors.put("z.weight", manager.create(new float[] {1.5f, -2, 3, 4, 5, 6}, new Shape(2, 3)));
            tensors.put("images", manager.create(new double[] {0.1, 1e-300, Math.PI}));
            tensors.put("labels", manager.create(new long[] {0, Long.MAX_VALUE}));
            tensors.put("scalar", manager.create(7.0));
            Path path = folder.resolve(name);

            TensorFile.of(path, tensors, Map.of()).write();
            TensorFile file = TensorFile.read(path);

            assertThat(file.tensors().keySet()).containsExactly("z.weight", "images", "labels", "scalar");
            for (Map.Entry<String, NDArray> tensor : tensors.entrySet()) {
                NDArray read = file.tensor(tensor.getKey()).toNDArray(manager);
                assertThat(read.getDataType()).isEqualTo(tensor.getValue().getDataType());
                assertThat(read.getShape()).isEqualTo(tensor.getValue().getShape());
                assertThat(read.toByteArray()).isEqualTo(tensor.getValue().toByteArray());
            }
            assertThat(files(path.getParent())).containsExactly(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tensors.npz", "tensors.safetensors"})
    void nothingIsWrittenThroughALink(String name) throws IOException {
        Path thesis = Files.writeString(folder.resolve("thesis.tex"), "chapter one");
        Path file = Files.createSymbolicLink(folder.resolve(name), thesis);
        Map<String, StoredTensor> tensors =
                Map.of("w", new StoredTensor(DataType.INT32, new Shape(1), ByteBuffer.allocate(4)));

        new TensorFile(file, tensors, Map.of()).write();
        assertThat(Files.isSymbolicLink(file)).isFalse();
        assertThat(TensorFile.read(file).tensors()).containsOnlyKeys("w");

        Path partial = Files.createSymbolicLink(folder.resolve(name + ".part"), thesis);
        assertThatThrownBy(() -> new TensorFile(file, tensors, Map.of()).write())
                .hasMessageContaining(partial + ": is a symbolic link");
        assertThat(thesis).hasContent("chapter one");
    }

    @Test
    void channelsLastTensorsAreWrittenRowMajor() throws IOException {
        try (NDManager manager = TorchEngine.load().newManager()) {
            NDArray tensor = manager.arange(24).toType(DataType.FLOAT32, true).reshape(2, 3, 2, 2);
            NDArray channelsLast = MemoryLayout.channelsLast(tensor);

            StoredTensor stored = StoredTensor.of(channelsLast);

            float[] values = new float[24];
            stored.data().asFloatBuffer().get(values);
            assertThat(values).containsExactly(tensor.toFloatArray());
        }
    }

    @Test
    void theSameTensorsGiveTheSameBytes() throws IOException {
        try (NDManager manager = TorchEngine.load().newManager()) {
            Map<String, NDArray> tensors = Map.of("a", manager.ones(new Shape(3)));
            for (String name : List.of("1.npz", "2.npz")) {
                TensorFile.of(folder.resolve(name), tensors, Map.of()).write();
            }
            assertThat(folder.resolve("1.npz")).hasSameBinaryContentAs(folder.resolve("2.npz"));
        }
    }

    @Test
    void metadataComesBackFromSafetensors() throws IOException {
        Map<String, String> metadata = Map.of("architecture", "resnet18", "note", "ρ = 0.015, \"ascent\"");
        Path path = folder.resolve("teacher.safetensors");
        new TensorFile(path, Map.of(), metadata).write();
        assertThat(TensorFile.read(path).metadata()).isEqualTo(metadata);
    }

    @Test
    void npzRefusesMetadataAndLeavesNoFile() throws IOException {
        TensorFile file = new TensorFile(folder.resolve("a.npz"), Map.of(), Map.of("a", "b"));
        assertThatThrownBy(file::write)
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("a.npz: an npz file cannot contain metadata");
        assertThat(files(folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tensors.npz", "tensors.safetensors"})
    void aFileCutShortIsRejectedWhereverItEnds(String name) throws IOException {
        try (NDManager manager = TorchEngine.load().newManager()) {
            Path path = folder.resolve(name);
            TensorFile.of(path, Map.of("weight", manager.ones(new Shape(100))), Map.of())
                    .write();
            byte[] whole = Files.readAllBytes(path);
            for (int length = 0; length < whole.length; length++) {
                Files.write(path, Arrays.copyOf(whole, length));
                assertThatThrownBy(() -> TensorFile.read(path))
                        .as("%d of %d bytes", length, whole.length)
                        .isInstanceOf(WeightsException.class)
                        .hasMessageStartingWith(path + ": ");
            }
        }
    }

    @Test
    void aMissingFileIsRejected() {
        assertThatThrownBy(() -> TensorFile.read(folder.resolve("none.npz")))
                .isInstanceOf(WeightsException.class)
                .hasMessage(folder.resolve("none.npz") + ": no such file. Please check the path.");
    }

    @Test
    void anUnknownKindOfFileIsNotWritten() throws IOException {
        TensorFile file = new TensorFile(folder.resolve("weights.pth"), Map.of(), Map.of());
        assertThatThrownBy(file::write)
                .isInstanceOf(WeightsException.class)
                .hasMessage(file.path() + ": the name of a file of tensors must end in .safetensors or .npz");
        assertThat(files(folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1, 2]",
                "{\"a\": 3}",
                "{\"a\": {\"dtype\": \"F32\"}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [0, 4]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [400, 404]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [-1, -1], \"data_offsets\": [0, 4]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [0]}}",
                "{\"a\": {\"dtype\": \"Q7\", \"shape\": [1], \"data_offsets\": [0, 4]}}",
                "{\"a\": {\"dtype\": \"BF16\", \"shape\": [3], \"data_offsets\": [0, 4]}}",
                "{\"__metadata__\": {\"a\": {}}}",
                "{\"a\": "
            })
    void aBrokenHeaderIsRejected(String header) throws IOException {
        Path path = folder.resolve("broken.safetensors");
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[8 + text.length + 4];
        bytes[0] = (byte) text.length;
        System.arraycopy(text, 0, bytes, 8, text.length);
        Files.write(path, bytes);
        assertThatThrownBy(() -> TensorFile.read(path))
                .isInstanceOf(WeightsException.class)
                .hasMessageStartingWith(path + ": ");
    }

    @Test
    void aMissingTensorIsNamedWithTheExistingOnes() throws WeightsException {
        TensorFile file = NetworkParityCase.named("convnet-w16").file("init");
        assertThatThrownBy(() -> file.tensor("absent"))
                .isInstanceOf(WeightsException.class)
                .hasMessageEndingWith("init.npz: there is no tensor 'absent'; there are images, labels");
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
