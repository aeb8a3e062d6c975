package org.dwastudio.weights.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dwastudio.nn.WeightsCase;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.torch.PickledFile;
import org.dwastudio.weights.torch.PickledFile.Call;
import org.dwastudio.weights.torch.PickledFile.Raw;
import org.dwastudio.weights.torch.PickledFile.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to mislead, to fill the memory or to keep the program busy. */
@Timeout(60)
class HostileWeightsTest {
    /** A list of ten lists of ten lists …, all of them the same object: 10^30 items in a few hundred bytes. */
    private static final String NESTED = "]" + nested(30) + "h\u0001";

    @TempDir
    private Path folder;

    private static String nested(int depth) {
        StringBuilder opcodes = new StringBuilder("q\u00010");
        for (int level = 0; level < depth; level++) {
            // A new list, filled with ten references to the last one, which it replaces in the memo.
            opcodes.append("](").append("h\u0001".repeat(10)).append("eq\u00010");
        }
        return opcodes.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"float32.pth", "float16.pth", "strided.pth"})
    void aFlippedBitInTheValuesIsRefused(String name) throws IOException {
        byte[] whole = Files.readAllBytes(WeightsCase.file(name));
        int inValues = new String(whole, StandardCharsets.ISO_8859_1).indexOf("/data/0") + 100;
        for (int bit = 0; bit < Byte.SIZE; bit++) {
            byte[] flipped = whole.clone();
            flipped[inValues + 7 * bit] ^= (byte) (1 << bit);
            Path path = Files.write(folder.resolve(name), flipped);
            assertThatThrownBy(() -> TensorFile.read(path))
                    .isInstanceOf(WeightsException.class)
                    .hasMessageContaining("does not match its checksum");
        }
    }

    @Test
    void aFlippedBitInAnNpzArchiveIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(WeightsCase.file("float32.npz"));
        whole[whole.length / 2] ^= 4;
        Path path = Files.write(folder.resolve("weights.npz"), whole);
        assertThatThrownBy(() -> TensorFile.read(path)).isInstanceOf(WeightsException.class);
    }

    static Stream<Object> hugeValues() {
        return Stream.of(
                new Raw(NESTED),
                new Call("argparse Namespace", List.of(), new Raw(NESTED)),
                // A list that contains itself.
                new Raw("]q\u0001h\u0001a"),
                // A dictionary that contains itself.
                new Raw("}q\u0001X\u0001\u0000\u0000\u0000ah\u0001s"),
                // Tuples within tuples.
                new Raw(")" + "\u0085".repeat(200_000)));
    }

    @ParameterizedTest
    @MethodSource("hugeValues")
    void valuesNextToTheTensorsMayBeOfAnyForm(Object value) throws IOException {
        Path path = folder.resolve("checkpoint.pth");
        PickledFile.write(path, Map.of("args", value, "state_dict", Map.of("fc.weight", floats(2, 3))));

        assertThat(TensorFile.read(path).tensor("fc.weight").shape()).isEqualTo(new Shape(2, 3));
    }

    @ParameterizedTest
    @MethodSource("hugeValues")
    void aTensorDescribedByAnythingButNumbersIsRefusedInOneSentence(Object value) throws IOException {
        Path path = folder.resolve("checkpoint.pth");
        Object storage = new Raw("(X\u0007\u0000\u0000\u0000storagectorch\nFloatStorage\n"
                + "X\u0001\u0000\u0000\u00000X\u0003\u0000\u0000\u0000cpuK\u0004tQ");
        Object shape = new Tuple(List.of(2L, 2L));
        Call tensor = new Call("torch._utils _rebuild_tensor_v2", List.of(storage, value, shape, shape), null);
        PickledFile.write(path, Map.of("fc.weight", tensor));

        assertThatThrownBy(() -> TensorFile.read(path))
                .isInstanceOf(WeightsException.class)
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(500))
                .hasMessageContaining("tensor 'fc.weight': its description has something where a number");
    }

    @Test
    void anOrderedDictOfTheSameListAMillionTimesIsRefused() throws IOException {
        Path path = folder.resolve("checkpoint.pth");
        // The list has 3,000 pairs; each of 3,000 dictionaries is made of it.
        String pairs = "](" + "X\u0001\u0000\u0000\u0000aN\u0086".repeat(3_000) + "eq\u0001";
        String dictionaries = "ccollections\nOrderedDict\nh\u0001\u0085R".repeat(3_000);
        Map<String, Object> checkpoint = new LinkedHashMap<>();
        checkpoint.put("a", new Raw(pairs));
        checkpoint.put("b", new Raw("](" + dictionaries + "e"));
        PickledFile.write(path, checkpoint);

        assertThatThrownBy(() -> TensorFile.read(path))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("values besides its tensors");
    }

    @Test
    void equalViewsOfAStorageAreExtractedOnceAndOthersAreLimited() throws IOException {
        // 4 MiB of values that each of 500 tensors reads in another, column-major order.
        int count = 1 << 20;
        Path path = folder.resolve("views.pth");
        Map<String, Object> same = new LinkedHashMap<>();
        Map<String, Object> different = new LinkedHashMap<>();
        same.put("whole", floats(count));
        different.put("whole", floats(count));
        for (int i = 0; i < 500; i++) {
            same.put("view" + i, view(count, 0, List.of(1L << 10, 1L << 10), List.of(1L, 1L << 10)));
            different.put("view" + i, view(count, i, List.of(1L << 10, 1L << 9), List.of(1L, 1L << 10)));
        }

        PickledFile.write(path, same);
        Map<String, StoredTensor> read = TensorFile.read(path).tensors();
        assertThat(read).hasSize(501);
        assertThat(read.get("view0")).isSameAs(read.get("view499"));

        PickledFile.write(path, different);
        assertThatThrownBy(() -> TensorFile.read(path))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("far more memory than its size justifies");
    }

    @Test
    void anEmptyTensorBehindTheEndOfItsStorageIsEmpty() throws IOException {
        Path path = folder.resolve("empty.pth");
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("whole", floats(4));
        state.put("empty", view(4, 1_000_000, List.of(0L, 3L), List.of(3L, 1L)));
        PickledFile.write(path, state);

        assertThat(TensorFile.read(path).tensor("empty").shape()).isEqualTo(new Shape(0, 3));
    }

    @Test
    void namesInMessagesAreCutAndTheirControlCharactersEscaped() throws IOException {
        Path path = folder.resolve("names.safetensors");
        String name = "\u001b]0;owned\u0007\n" + "x".repeat(50_000);
        Files.write(
                path,
                safetensors(
                        "{\""
                                + name.replace("\u001b", "\\u001b")
                                        .replace("\u0007", "\\u0007")
                                        .replace("\n", "\\n")
                                + "\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,16]}}",
                        8));

        assertThatThrownBy(() -> TensorFile.read(path))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("tensor '\\u001b]0;owned\\u0007\\nxxx")
                .satisfies(refusal ->
                        assertThat(refusal.getMessage()).hasSizeLessThan(600).doesNotContain("\u001b", "\u0007", "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "2.0", "2e0", "0x2", "+2", "99999999999999999999", "NaN", "'2'"})
    void aSizeInAnyFormButDigitsIsRefused(String size) throws IOException {
        Path path = Files.write(
                folder.resolve("a.safetensors"),
                safetensors("{\"a\":{\"dtype\":\"F32\",\"shape\":[" + size + "],\"data_offsets\":[0,8]}}", 8));
        assertThatThrownBy(() -> TensorFile.read(path)).isInstanceOf(WeightsException.class);
    }

    @Test
    void aFileThatIsNotARegularFileIsRefusedWithoutReadingIt() {
        Path device = Path.of("/dev/zero");
        assumeTrue(Files.exists(device));
        for (Path path : List.of(device, folder)) {
            assertThatThrownBy(() -> TensorFile.read(path))
                    .isInstanceOf(WeightsException.class)
                    .hasMessage(path + ": this is not a regular file. Please give the path of a weights file.");
        }
    }

    @Test
    void foreignClassesArePlaceholdersThatAreListed() throws IOException {
        Path path = folder.resolve("checkpoint.pth");
        Map<String, Object> checkpoint = new LinkedHashMap<>();
        checkpoint.put("args", new Call("argparse Namespace", List.of(), Map.of("lr", 0.1)));
        checkpoint.put("cfg", new Call("omegaconf.dictconfig DictConfig", List.of(), null));
        checkpoint.put("optimizer", Map.of("state", Map.of("momentum", floats(3))));
        checkpoint.put("learner", Map.of("weights_of_it", Map.of("fc.weight", floats(2, 3))));
        PickledFile.write(path, checkpoint);

        WeightsFile file = WeightsFile.read(path);

        assertThat(file.groups()).hasSize(1);
        assertThat(file.groups().get(0).tensors()).containsOnlyKeys("fc.weight");
        assertThat(file.content().placeholders())
                .containsExactly("argparse.Namespace", "omegaconf.dictconfig.DictConfig");
    }

    @Test
    void arraysOfNumPyInAPickleAreRead() throws IOException {
        Path path = folder.resolve("arrays.pth");
        Call bytes = new Call("_codecs encode", List.of("\u0000\u0000\u0080?\u0000\u0000\u0000@", "latin1"), null);
        Call type = new Call("numpy dtype", List.of("f4", false, true), new Tuple(Arrays.asList(3, "<", null)));
        Call array = new Call(
                "numpy.core.multiarray _reconstruct",
                List.of(new Raw("cnumpy\nndarray\n"), new Tuple(List.of(0)), "b"),
                new Tuple(List.of(1, new Tuple(List.of(2)), type, false, bytes)));
        PickledFile.write(path, Map.of("model", Map.of("fc.bias", array)));

        StoredTensor tensor = TensorFile.read(path).tensor("fc.bias");

        assertThat(tensor.dataType()).isEqualTo(DataType.FLOAT32);
        assertThat(tensor.data().getFloat(0)).isEqualTo(1f);
        assertThat(tensor.data().getFloat(4)).isEqualTo(2f);
    }

    private static Call view(int count, long offset, List<Long> sizes, List<Long> strides) {
        Object storage = new Raw("(X\u0007\u0000\u0000\u0000storagectorch\nFloatStorage\n"
                + "X\u0001\u0000\u0000\u00000X\u0003\u0000\u0000\u0000cpuJ" + littleEndian(count) + "tQ");
        return new Call(
                "torch._utils _rebuild_tensor_v2",
                List.of(storage, offset, new Tuple(sizes), new Tuple(strides)),
                null);
    }

    private static String littleEndian(int value) {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static StoredTensor floats(long... sizes) {
        Shape shape = new Shape(sizes);
        return new StoredTensor(DataType.FLOAT32, shape, ByteBuffer.allocate(Math.toIntExact(4 * shape.size())));
    }

    private static byte[] safetensors(String header, int values) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + values)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .array();
    }
}
