package org.dwastudio.engine.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.engine.ImportedTeacher;
import org.dwastudio.engine.MeasuredNormalization;
import org.dwastudio.engine.TeacherImport;
import org.dwastudio.engine.standard.EngineScope;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.torch.TorchEngine;
import org.dwastudio.task.CancellationSource;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.teacher.TeacherCatalog;
import org.dwastudio.teacher.TeacherMetadata;
import org.dwastudio.weights.file.TensorFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ImportJobTest {
    private static final DatasetConfig FASHION = new DatasetConfig(DatasetConfig.BUNDLED);
    private static final NetworkConfig TINY = new NetworkConfig("convnet", 2, Stem.SMALL, 1, 10, 28);

    @TempDir
    private Path folder;

    @RegisterExtension
    private final EngineScope scope = new EngineScope();

    @Test
    void theBundledTeachersBareWeightsAreRecognizedAndMeasured() throws Exception {
        Path weights = bundledWeights();
        List<Long> progress = new CopyOnWriteArrayList<>();

        ImportedTeacher imported = scope.engine()
                .teachers()
                .importWeights(
                        request(weights, Optional.empty(), FASHION),
                        (done, total) -> progress.add(done),
                        CancellationToken.NONE)
                .get();

        assertThat(imported.summary().network()).isEqualTo(new NetworkConfig("resnet18", 16, Stem.SMALL, 1, 10, 28));
        assertThat(imported.summary().testAccuracy()).hasValueCloseTo(0.921, within(0.001));
        assertThat(imported.chance()).isCloseTo(0.1, within(0.001));
        assertThat(imported.isNearChance()).isFalse();
        // A sample of 1000 for the normalization, up to 2000 where that does not decide, and the test split.
        assertThat(progress).isSorted().startsWith(200L).endsWith(5_000L);
        assertThat(imported.orders()).isEqualTo(1);
        assertThat(imported.normalizations()).first().matches(MeasuredNormalization::isOfTheImages);
        TeacherMetadata metadata = TeacherMetadata.read(imported.file());
        assertThat(metadata.dataset()).isEqualTo("Fashion-MNIST");
        assertThat(metadata.classNames()).hasSize(10).endsWith("Ankle boot");
        assertThat(metadata.mean().get(0)).isCloseTo(0.286, within(0.002));
        assertThat(metadata.extra())
                .containsEntry("importedFrom", "bare.npz")
                .containsKeys("imported", "normalizationsMeasured");
        assertThat(scope.engine()
                        .teachers()
                        .summary(new TeacherConfig(imported.file().toString(), Optional.empty()))
                        .get())
                .isEqualTo(imported.summary());
        assertThat(scope.engine()
                        .teachers()
                        .fittingNetworks(weights, FASHION.withImageSize(28))
                        .get())
                .startsWith(imported.summary().network());
    }

    @Test
    void weightsThatExpectAKnownNormalizationAreGivenIt() throws Exception {
        Path weights = bundledWeights(ImportJobTest::expectingPixels);

        ImportedTeacher imported = scope.engine()
                .teachers()
                .importWeights(
                        request(weights, Optional.empty(), FASHION), ProgressListener.NONE, CancellationToken.NONE)
                .get();

        assertThat(imported.normalizations())
                .extracting(MeasuredNormalization::name)
                .containsExactlyInAnyOrder("dataset", "0 to 1", "-1 to 1", "MNIST")
                .startsWith("0 to 1");
        assertThat(imported.summary().testAccuracy().orElseThrow()).isGreaterThan(0.85);
        TeacherMetadata metadata = TeacherMetadata.read(imported.file());
        assertThat(metadata.mean()).containsExactly(0.0);
        assertThat(metadata.std()).containsExactly(1.0);
        assertThat(metadata.extra().get("normalizationsMeasured")).startsWith("0 to 1: 0.");
    }

    /** Returns the bundled teacher for pixels from 0 to 1: exact but for the zeros around the image. */
    private static Map<String, NDArray> expectingPixels(Network network) {
        double mean = 0.286;
        double std = 0.353;
        Map<String, NDArray> state = new LinkedHashMap<>(network.state());
        NDArray kernels = state.get("conv1.weight");
        NDArray shift = kernels.sum(new int[] {1, 2, 3}).mul(mean / std);
        state.put("conv1.weight", kernels.div(std));
        state.put("bn1.running_mean", state.get("bn1.running_mean").add(shift));
        return state;
    }

    @Test
    void anOrderThatNamesDoNotShowIsTriedAndMeasured() throws Exception {
        // Names without numbers, sorted: the layers of equal shape could be in any order.
        Path weights = bundledWeights(network -> {
            Map<String, NDArray> state = new LinkedHashMap<>();
            List<String> modules = new ArrayList<>();
            network.state().forEach((name, tensor) -> {
                String module = name.substring(0, name.lastIndexOf('.'));
                if (!modules.contains(module)) {
                    modules.add(module);
                }
                int place = modules.indexOf(module);
                String letters = "" + (char) ('a' + place / 26) + (char) ('a' + place % 26);
                state.put("net." + letters + name.substring(name.lastIndexOf('.')), tensor);
            });
            return new TreeMap<>(state);
        });

        assertThat(scope.engine()
                        .teachers()
                        .fittingNetworks(weights, FASHION.withImageSize(28))
                        .get())
                .contains(new NetworkConfig("resnet18", 16, Stem.SMALL, 1, 10, 28));
        ImportedTeacher imported = scope.engine()
                .teachers()
                .importWeights(
                        request(weights, Optional.empty(), FASHION), ProgressListener.NONE, CancellationToken.NONE)
                .get();

        assertThat(imported.summary().network()).isEqualTo(new NetworkConfig("resnet18", 16, Stem.SMALL, 1, 10, 28));
        assertThat(imported.summary().testAccuracy()).hasValueCloseTo(0.921, within(0.001));
    }

    @Test
    void aTeacherThatKnowsNothingIsNearChance() throws Exception {
        ImportedTeacher imported = scope.engine()
                .teachers()
                .importWeights(
                        request(tinyWeights(), Optional.of(TINY), FASHION),
                        ProgressListener.NONE,
                        CancellationToken.NONE)
                .get();
        assertThat(imported.isNearChance()).isTrue();
    }

    @Test
    void aGivenNormalizationIsUsedAndItsChannelsAreChecked() throws Exception {
        DatasetConfig given =
                FASHION.withNormalization(Optional.of(new ChannelNormalization(List.of(0.5), List.of(0.25))));
        ImportedTeacher imported = scope.engine()
                .teachers()
                .importWeights(
                        request(tinyWeights(), Optional.empty(), given), ProgressListener.NONE, CancellationToken.NONE)
                .get();
        assertThat(TeacherMetadata.read(imported.file()).mean()).containsExactly(0.5);
        assertThat(TeacherMetadata.read(imported.file()).std()).containsExactly(0.25);

        DatasetConfig color = FASHION.withNormalization(
                Optional.of(new ChannelNormalization(List.of(0.5, 0.5, 0.5), List.of(0.25, 0.25, 0.25))));
        TeacherImport wrong =
                new TeacherImport(tinyWeights(), Optional.empty(), color, folder.resolve("other.safetensors"));
        assertThatThrownBy(() -> scope.engine()
                        .teachers()
                        .importWeights(wrong, ProgressListener.NONE, CancellationToken.NONE)
                        .get())
                .cause()
                .hasMessage(
                        "The normalization is for 3 channels, but the images of bundled:fashion-mnist have 1. Please give a"
                                + " mean and a std for each channel, or omit the normalization.");
    }

    @Test
    void anImportThatIsCancelledWritesNothing() throws Exception {
        CancellationSource token = new CancellationSource();
        TeacherImport request = request(tinyWeights(), Optional.empty(), FASHION);

        assertThatThrownBy(() -> scope.engine()
                        .teachers()
                        .importWeights(request, (done, total) -> token.cancel(), token)
                        .get())
                .isInstanceOf(CancellationException.class);
        assertThat(request.target()).doesNotExist();
    }

    @Test
    void aFileThatIsThereIsNotReplaced() throws Exception {
        TeacherImport request = request(tinyWeights(), Optional.empty(), FASHION);
        Files.writeString(request.target(), "mine");

        assertThatThrownBy(() -> scope.engine()
                        .teachers()
                        .importWeights(request, ProgressListener.NONE, CancellationToken.NONE)
                        .get())
                .isInstanceOf(ExecutionException.class)
                .cause()
                .hasMessageContaining("there is such a file already");
        assertThat(request.target()).hasContent("mine");
    }

    @Test
    void bareWeightsAreATeacherOnceTheirImagesAreKnown() throws Exception {
        TeacherConfig bare = new TeacherConfig(bundledWeights().toString(), Optional.empty());
        assertThatThrownBy(() -> scope.engine().teachers().summary(bare).get())
                .cause()
                .hasMessageContaining("these weights do not state which images they were trained on");

        scope.engine().datasets().summary(FASHION).get();

        assertThat(scope.engine().teachers().summary(bare).get().testAccuracy()).isEmpty();
        assertThat(scope.engine().teachers().summary(bare).get().batchNormLayers())
                .isEqualTo(20);
    }

    private TeacherImport request(Path weights, Optional<NetworkConfig> network, DatasetConfig dataset) {
        return new TeacherImport(weights, network, dataset, folder.resolve("imported.safetensors"));
    }

    private Path bundledWeights() throws Exception {
        return bundledWeights(Network::state);
    }

    private Path bundledWeights(Function<Network, Map<String, NDArray>> content) throws Exception {
        NetworkCatalog networks = new NetworkCatalog();
        try (NDManager manager = TorchEngine.load().newManager();
                Teacher teacher = new TeacherCatalog(networks)
                        .load(
                                new TeacherConfig(TeacherConfig.BUNDLED, Optional.empty()),
                                () -> {
                                    throw new AssertionError("the metadata of the bundled teacher is used");
                                },
                                manager,
                                DataType.FLOAT32)) {
            return written(content.apply(teacher.network()));
        }
    }

    private Path tinyWeights() throws Exception {
        try (NDManager manager = TorchEngine.load().newManager();
                Network network = new NetworkCatalog().build(TINY, manager, DataType.FLOAT32, 4)) {
            return written(network.state());
        }
    }

    private Path written(Map<String, NDArray> state) throws Exception {
        Path path = folder.resolve("bare.npz");
        TensorFile.of(path, state, Map.of()).write();
        return path;
    }
}
