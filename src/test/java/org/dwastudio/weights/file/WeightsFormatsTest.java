package org.dwastudio.weights.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.nn.ArchitectureMatcher;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.nn.WeightsCase;
import org.dwastudio.nn.architecture.ArchitectureFacts;
import org.dwastudio.teacher.BareWeights;
import org.dwastudio.teacher.ImportConsents;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.teacher.TeacherCatalog;
import org.dwastudio.teacher.TeacherOrigin;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.WeightsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One network in every format, compared with what PyTorch computes with it. */
class WeightsFormatsTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private static final NetworkConfig CONFIG = new NetworkConfig("convnet3", 4, Stem.SMALL, 3, 5, 16);
    private static final TeacherOrigin ORIGIN = new TeacherOrigin(
            "photographs",
            List.of("a", "b", "c", "d", "e"),
            16,
            new ChannelNormalization(List.of(0.5, 0.4, 0.3), List.of(0.2, 0.2, 0.2)));

    @TempDir
    private Path folder;

    private final NetworkCatalog catalog = new NetworkCatalog();

    @ParameterizedTest
    @CsvSource({
        "float32.pth, logits",
        "float64.pth, logits",
        "strided.pth, logits",
        "shared.pth, logits",
        "parameters.pth, logits",
        "protocol4.ckpt, logits",
        "checkpoint.pth, logits",
        "legacy.pth, logits",
        "legacy-checkpoint.bin, logits",
        "scripted.pt, logits",
        "traced.pt, logits",
        "float32.safetensors, logits",
        "float32.npz, logits",
        "float16.pth, logits-float16",
        "bfloat16.pth, logits-bfloat16",
        "bfloat16.safetensors, logits-bfloat16"
    })
    void logitsAreThoseOfPyTorchFromEveryFormat(String name, String expected) throws IOException {
        TensorFile numbers = TensorFile.read(WeightsCase.file("expected.npz"));
        BareWeights weights = BareWeights.read(WeightsCase.file(name));

        try (Teacher teacher =
                weights.teacher(Optional.empty(), ORIGIN, catalog, tensors.manager(), DataType.FLOAT32)) {
            NDArray images = numbers.tensor("images").toNDArray(tensors.manager());
            assertThat(teacher.network().config()).isEqualTo(CONFIG);
            assertThat(teacher.network().logits(images).toFloatArray())
                    .containsExactly(
                            numbers.tensor(expected)
                                    .toNDArray(tensors.manager())
                                    .toFloatArray(),
                            within(1e-5f));
        }
    }

    @Test
    void everyNumberFormatOfPyTorchIsReadExactly() throws WeightsException {
        TensorFile file = TensorFile.read(WeightsCase.file("kinds.pth"));

        assertThat(file.tensor("scalar").shape()).isEqualTo(new Shape());
        assertThat(file.tensor("scalar").data().getFloat()).isEqualTo(2.5f);
        assertThat(file.tensor("empty").shape()).isEqualTo(new Shape(0, 3));
        assertThat(floats(file.tensor("halves")))
                .containsExactly(1, -0.5f, 65504, 0x1p-24f, Float.POSITIVE_INFINITY, 0.3330078f);
        assertThat(floats(file.tensor("bfloats")))
                .containsExactly(
                        1,
                        -0.5f,
                        Float.intBitsToFloat(0x7f62 << 16),
                        Float.intBitsToFloat(1 << 16),
                        Float.NEGATIVE_INFINITY,
                        0.33203125f);
        assertThat(file.tensor("long").data().asLongBuffer().get(0)).isEqualTo(-(1L << 62));
        assertThat(file.tensor("int").data().getInt()).isEqualTo(Integer.MIN_VALUE);
        assertThat(file.tensor("short").data().getShort()).isEqualTo((short) -300);
        assertThat(file.tensor("char").data().get()).isEqualTo((byte) -7);
        assertThat(file.tensor("byte").data().get()).isEqualTo((byte) 200);
        assertThat(file.tensor("bool").dataType()).isEqualTo(DataType.BOOLEAN);
        assertThat(file.tensor("bool").data().get(0)).isEqualTo((byte) 1);
    }

    @Test
    void whatAFileIsDoesNotDependOnItsName() throws IOException {
        Path misnamed = folder.resolve("weights.npz");
        Files.copy(WeightsCase.file("float32.pth"), misnamed);
        assertThat(TensorFile.read(misnamed).tensors()).containsKey("fc.weight");
    }

    @ParameterizedTest
    @CsvSource({"checkpoint.pth, state_dict, module.", "legacy-checkpoint.bin, model, _orig_mod.module."})
    void theReportShowsTheKeyOfTheWeightsAndTheRemovedPrefix(String name, String group, String prefix)
            throws IOException {
        BareWeights.Imported imported = BareWeights.read(WeightsCase.file(name))
                .teacher(
                        Optional.empty(),
                        ORIGIN,
                        new BareWeights.Loading(catalog, tensors.manager(), DataType.FLOAT32),
                        ImportConsents.NONE);
        try (Teacher teacher = imported.teacher()) {
            assertThat(teacher.network().config()).isEqualTo(CONFIG);
            assertThat(imported.report().group()).isEqualTo(group);
            assertThat(imported.report().prefix()).isEqualTo(prefix);
            assertThat(imported.report().renamedBeyondPrefix()).isEmpty();
            assertThat(imported.report().leftOut()).isEmpty();
        }
    }

    @Test
    void theNetworkIsFoundWithItsWidthChannelsClassesAndImageSize() throws WeightsException {
        TensorFile weights = TensorFile.read(WeightsCase.file("float32.pth"));
        List<NetworkConfig> fitting =
                new ArchitectureMatcher(catalog, tensors.manager()).of(weights, OptionalInt.of(16));
        assertThat(fitting).contains(CONFIG);
    }

    @ParameterizedTest
    @CsvSource({"resnet18, 6, SMALL, 1, 7, 28", "resnet18, 6, IMAGENET, 3, 7, 96", "convnet3, 9, SMALL, 3, 2, 64"})
    void everyKindOfNetworkIsRecognizedByItsTensors(
            String architecture, int width, Stem stem, int channels, int classes, int size) {
        NetworkConfig config = new NetworkConfig(architecture, width, stem, channels, classes, size);
        Network network = catalog.build(config, tensors.manager(), DataType.FLOAT32, 1);
        TensorFile weights = TensorFile.of(folder.resolve("w.npz"), network.state(), Map.of());

        assertThat(new ArchitectureMatcher(catalog, tensors.manager()).of(weights, OptionalInt.of(size)))
                .contains(config)
                .allSatisfy(other -> assertThat(other.classes()).isEqualTo(classes));
        assertThat(new ArchitectureMatcher(catalog, tensors.manager()).of(weights, OptionalInt.empty()))
                .extracting(NetworkConfig::architecture)
                .contains(architecture);
    }

    @Test
    void everyOfferedNetworkIsFoundAgain() {
        ArchitectureMatcher fitting = new ArchitectureMatcher(catalog, tensors.manager());
        for (ArchitectureFacts facts : catalog.offered()) {
            for (Stem stem : facts.stems()) {
                int size = stem == Stem.SMALL ? 32 : 64;
                NetworkConfig config = new NetworkConfig(facts.key(), facts.fullWidth(), stem, 3, 13, size);
                Map<String, StoredTensor> empty = new LinkedHashMap<>();
                catalog.shapes(config, tensors.manager())
                        .forEach((name, shape) -> empty.put(
                                name, StoredTensor.of(tensors.manager().zeros(shape))));
                TensorFile weights = new TensorFile(folder.resolve("w.npz"), empty, Map.of());

                assertThat(fitting.of(weights, OptionalInt.of(size)))
                        .as("%s with %s", facts.key(), stem)
                        .contains(config);
            }
        }
    }

    @Test
    void aWrongArchitectureIsRefusedWithTheOneThatFits() throws WeightsException {
        NetworkConfig wrong = new NetworkConfig("resnet18", 4, Stem.SMALL, 3, 5, 16);
        Path path = WeightsCase.file("float32.pth");
        TensorFile weights = TensorFile.read(path);

        WeightsException refusal = refusal(wrong, weights);

        assertThat(refusal.getMessage())
                .startsWith(path + ": tensor 'layer1.0.conv1.weight' of shape (4, 4, 3, 3) is missing; ")
                .endsWith("These tensors fit convnet3 (width 4, stem small, 3 channels, 5 classes, images of 16×16)."
                        + " Please choose that network.");
    }

    @Test
    void anotherNumberOfClassesNamesTheTensorBothShapesAndTheDatasetThatIsNeeded() throws WeightsException {
        NetworkConfig wrong = new NetworkConfig("convnet3", 4, Stem.SMALL, 3, 10, 16);
        Path path = WeightsCase.file("float32.safetensors");

        assertThat(refusal(wrong, TensorFile.read(path)).getMessage())
                .isEqualTo(path + ": tensor 'fc.weight' has shape (5, 16) where the network needs (10, 16); tensor"
                        + " 'fc.bias' has shape (5) where the network needs (10). These tensors fit convnet3 (width 4, stem"
                        + " small, 3 channels, 5 classes, images of 16×16). Please choose the dataset that they were"
                        + " trained on: one of 5 classes, not 10.");
    }

    @Test
    void anotherImageSizeNamesTheSizeThatIsNeeded() throws WeightsException {
        NetworkConfig wrong = new NetworkConfig("convnet3", 4, Stem.SMALL, 3, 5, 64);
        assertThat(refusal(wrong, TensorFile.read(WeightsCase.file("float32.npz")))
                        .getMessage())
                .contains("'fc.weight' has shape (5, 16) where the network needs (5, 256)")
                .endsWith("one of images of 16×16, not 64×64.");
    }

    @Test
    void aDatasetOfOtherClassesIsRefusedForWeightsWithoutAName() throws WeightsException {
        TeacherOrigin gray =
                new TeacherOrigin("gray", List.of("a", "b"), 16, new ChannelNormalization(List.of(0.5), List.of(0.2)));
        BareWeights weights = BareWeights.read(WeightsCase.file("float32.npz"));
        assertThat(catchThrowable(
                        () -> weights.teacher(Optional.empty(), gray, catalog, tensors.manager(), DataType.FLOAT32)))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("'conv1.weight' has shape (4, 3, 3, 3) where the network needs (4, 1, 3, 3)")
                .hasMessageEndingWith("one of 5 classes, not 2.");
    }

    @Test
    void foreignTensorsAreRefusedWithTheKnownArchitectures() throws IOException {
        Path path = folder.resolve("bert.npz");
        TensorFile.of(path, Map.of("embeddings.weight", tensors.manager().ones(new Shape(3, 2))), Map.of())
                .write();
        BareWeights weights = BareWeights.read(path);
        assertThat(catchThrowable(
                        () -> weights.teacher(Optional.empty(), ORIGIN, catalog, tensors.manager(), DataType.FLOAT32)))
                .isInstanceOf(WeightsException.class)
                .hasMessageStartingWith(
                        path + ": no known network has tensors like 'embeddings.weight' (3, 2), …; known are convnet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"float32.npz", "checkpoint.pth", "float32.safetensors"})
    void weightsServeAsAnExperimentsTeacherWithOrWithoutTheirNetwork(String name) throws IOException {
        TeacherCatalog teachers = new TeacherCatalog(catalog);
        String path = WeightsCase.file(name).toString();
        for (Optional<NetworkConfig> network : List.of(Optional.of(CONFIG), Optional.<NetworkConfig>empty())) {
            try (Teacher teacher = teachers.load(
                    new TeacherConfig(path, network), () -> ORIGIN, tensors.manager(), DataType.FLOAT32)) {
                assertThat(teacher.network().config()).isEqualTo(CONFIG);
                assertThat(teacher.metadata().classNames()).containsExactly("a", "b", "c", "d", "e");
                assertThat(teacher.metadata().mean()).containsExactly(0.5, 0.4, 0.3);
                assertThat(teacher.metadata().testAccuracy()).isNaN();
            }
        }
    }

    private WeightsException refusal(NetworkConfig config, TensorFile weights) {
        return catchThrowableOfType(
                WeightsException.class, () -> catalog.load(config, weights, tensors.manager(), DataType.FLOAT32));
    }

    private static float[] floats(StoredTensor tensor) {
        assertThat(tensor.dataType()).isEqualTo(DataType.FLOAT32);
        float[] values = new float[Math.toIntExact(tensor.shape().size())];
        tensor.data().asFloatBuffer().get(values);
        return values;
    }
}
