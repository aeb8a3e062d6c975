package org.dwastudio.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.compute.ComputeProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComputePlannerTest {
    private static final Gpu FIRST = new Gpu(0, "NVIDIA A10", 24_000_000_000L, "8.6");
    private static final Gpu SECOND = new Gpu(1, "NVIDIA T4", 16_000_000_000L, "7.5");

    @TempDir
    private Path folder;

    private CudaDriverInfo graphics = new CudaDriverInfo.NoDriver();
    private Map<String, String> environment = Map.of();
    private Optional<String> failure = Optional.empty();

    @Test
    void theDefaultIsTheBundledBuildOnTheProcessorEvenWithAGraphicsCard() throws Exception {
        graphics = new CudaDriverInfo.Driver(12080, List.of(FIRST));
        assertThat(plan("auto", "bundled")).isEqualTo(ComputePlan.bundled());
    }

    @Test
    void aCudaBuildComputesOnTheFirstCardOrTheOneChosen() throws Exception {
        graphics = new CudaDriverInfo.Driver(12080, List.of(FIRST, SECOND));
        libtorch("cuda", "2.7.1+cu128");
        assertThat(plan("auto", "cuda").gpu()).contains(FIRST);
        assertThat(plan("gpu:1", "cuda").gpu()).contains(SECOND);
        assertThat(plan("cpu", "cuda").gpu()).isEmpty();
        assertThat(plan("gpu:1", "cuda").setback()).isEmpty();
        assertThat(plan("auto", "cuda").properties())
                .containsEntry(
                        "PYTORCH_LIBRARY_PATH", folder.resolve("cuda/lib").toString())
                .containsEntry("PYTORCH_FLAVOR", "cu128")
                .containsEntry("PYTORCH_VERSION", "2.7.1");
    }

    @Test
    void withoutDriverCardOrBuildTheProcessorIsUsedAndTheReasonGiven() throws Exception {
        assertSetback("auto", "cuda", Kind.NO_CUDA_BUILD);
        libtorch("cuda", "2.7.1+cu128");
        assertSetback("auto", "cuda", Kind.NO_DRIVER);
        assertSetback("gpu", "bundled", Kind.NEEDS_CUDA);
        graphics = new CudaDriverInfo.Driver(11080, List.of(FIRST));
        assertThat(assertSetback("gpu", "cuda", Kind.OLD_DRIVER))
                .isEqualTo("The graphics driver supports CUDA 11.8; version 12.0 or newer is required."
                        + " Please update the driver.");
        graphics = new CudaDriverInfo.Driver(12080, List.of());
        assertSetback("auto", "cuda", Kind.NO_GPU);
        graphics = new CudaDriverInfo.Driver(12080, List.of(FIRST));
        assertThat(assertSetback("gpu:3", "cuda", Kind.NO_SUCH_GPU)).contains("no GPU 3: 1 were found");
    }

    @Test
    void aWrongFolderIsNamed() throws Exception {
        Path chosen = folder.resolve("libtorch");
        assertThat(assertSetback("auto", chosen.toString(), Kind.NO_FOLDER)).contains(chosen.toString());
        Files.createDirectories(chosen);
        assertSetback("auto", chosen.toString(), Kind.NO_LIBTORCH);
        libtorch("libtorch", "");
        assertSetback("auto", chosen.toString(), Kind.UNKNOWN_VERSION);
        libtorch("libtorch", "2.10.0+cpu");
        assertThat(assertSetback("auto", chosen.toString(), Kind.WRONG_VERSION))
                .isEqualTo(chosen + " is PyTorch 2.10.0. This program requires version 2.7.1;"
                        + " please choose a libtorch of that version.");
        libtorch("libtorch", "2.7.1+cu126");
        assertSetback("auto", chosen.toString(), Kind.OTHER_BUILD);
        libtorch("libtorch", "2.7.1+cpu");
        assertThat(plan("auto", chosen.toString()).library())
                .contains(new LibtorchFolder(chosen.resolve("lib"), "cpu"));
    }

    @ParameterizedTest
    @CsvSource({"2.7.1-cu128-linux-x86_64, cu128", "2.7.1-20250812-cpu-linux-x86_64, cpu"})
    void foldersThatDjlMadeReportTheirVersionByTheirName(String name, String flavour) throws Exception {
        Path chosen = Files.createDirectories(folder.resolve(name));
        Files.createFile(chosen.resolve(LibtorchFolder.LIBTORCH));
        assertThat(LibtorchFolder.check(chosen).flavour()).isEqualTo(flavour);
    }

    @Test
    void aPackageForPythonStatesItsVersionToo() throws Exception {
        libtorch("torch", "");
        Files.writeString(folder.resolve("torch/version.py"), "debug = False\n__version__ = '2.7.1+cpu'\n");
        assertThat(LibtorchFolder.check(folder.resolve("torch/lib")).flavour()).isEqualTo("cpu");
    }

    @Test
    void aBuildThatDoesNotLoadIsNotUsed() throws Exception {
        Path chosen = libtorch("libtorch", "2.7.1+cpu");
        failure = Optional.of("libc10.so: file too short");
        assertThat(assertSetback("auto", chosen.toString(), Kind.NOT_LOADED))
                .isEqualTo("PyTorch in " + chosen.resolve("lib") + " cannot be loaded: libc10.so: file too short");
    }

    @Test
    void theEnvironmentCountsBeforeTheChoiceBecauseTheEngineReadsItItself() throws Exception {
        Path named = libtorch("named", "2.7.1+cpu").resolve("lib");
        environment = Map.of("PYTORCH_LIBRARY_PATH", "/nowhere" + System.getProperty("path.separator") + named);
        assertThat(plan("auto", "bundled").library()).contains(new LibtorchFolder(named, "cpu"));
        ComputePlan onProcessor = plan("gpu", "bundled");
        assertThat(onProcessor.library()).contains(new LibtorchFolder(named, "cpu"));
        assertThat(onProcessor.setback().orElseThrow().kind()).isEqualTo(Kind.NEEDS_CUDA);
        libtorch("named", "2.1.0+cpu");
        assertThat(assertSetback("auto", "bundled", Kind.ENVIRONMENT))
                .startsWith("PYTORCH_LIBRARY_PATH names a PyTorch build")
                .contains("is PyTorch 2.1.0");
    }

    @Test
    void aVariableThatNamesNoBuildIsSkippedAsTheEngineDoes() throws Exception {
        environment = Map.of("PYTORCH_LIBRARY_PATH", folder.toString());
        assertThat(plan("auto", "bundled")).isEqualTo(ComputePlan.bundled());
    }

    @Test
    void threadsReachTheEngineWhereTheyAreGiven() throws Exception {
        ComputeSettings settings = ComputeSettings.defaults().with(Map.of("threads", "3", "interopThreads", "0"));
        assertThat(planner().plan(settings).properties()).isEqualTo(Map.of("ai.djl.pytorch.num_threads", "3"));
    }

    @ParameterizedTest
    @CsvSource({
        "device, gpu:x, BAD_DEVICE",
        "device, GPU, BAD_DEVICE",
        "device, gpu:-1, BAD_DEVICE",
        "threads, -1, BAD_THREADS",
        "threads, 1.5, BAD_THREADS",
        "interopThreads, 4000, BAD_THREADS",
        "library, torch, BAD_LIBRARY",
        "library, '', BAD_LIBRARY",
        "cores, 3, UNKNOWN_KEY"
    })
    void whatIsNoSettingIsRejected(String key, String value, Kind kind) {
        assertThatThrownBy(() -> ComputeSettings.defaults().with(key, value))
                .isInstanceOfSatisfying(
                        ComputeException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(kind));
    }

    private String assertSetback(String device, String library, Kind kind) throws ComputeException {
        ComputePlan plan = plan(device, library);
        assertThat(plan.setback()).map(ComputeProblem::kind).contains(kind);
        assertThat(plan.gpu()).isEmpty();
        assertThat(plan.library()).isEmpty();
        return plan.setback().orElseThrow().message();
    }

    private ComputePlan plan(String device, String library) throws ComputeException {
        return planner().plan(ComputeSettings.defaults().with("device", device).with("library", library));
    }

    private ComputePlanner planner() {
        return new ComputePlanner(
                () -> graphics,
                Optional.of(folder.resolve("cuda")),
                "Linux, amd64",
                environment,
                (library, gpu) -> failure);
    }

    @Test
    @Timeout(20)
    void aVersionOfAnyLengthIsNotSearched() throws IOException {
        Path build = libtorch("torch", "1" + ".1".repeat(400_000) + " x");

        assertThatThrownBy(() -> LibtorchFolder.check(build))
                .isInstanceOf(ComputeException.class)
                .hasMessageContaining(build.toString());
    }

    /** Creates a folder in libtorch's layout. */
    private Path libtorch(String name, String version) throws IOException {
        Path lib = Files.createDirectories(folder.resolve(name).resolve("lib"));
        Files.write(lib.resolve(LibtorchFolder.LIBTORCH), new byte[0]);
        if (!version.isEmpty()) {
            Files.writeString(folder.resolve(name).resolve("build-version"), version + "\n");
        }
        return folder.resolve(name);
    }
}
