package org.dwastudio.nn.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.util.Utils;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dwastudio.compute.ComputePlan;
import org.dwastudio.compute.ComputeProblem;
import org.dwastudio.text.FailureCause;
import org.junit.jupiter.api.Test;

class TorchEngineTest {

    @Test
    void theEngineLoadsWithoutTelemetry() {
        TorchEngine engine = TorchEngine.load();
        assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
        assertThat(engine.version()).isEqualTo("PyTorch 2.7.1");
    }

    @Test
    void withoutAPlanTensorsLiveOnTheProcessor() {
        TorchEngine engine = TorchEngine.load();
        assertThat(engine.gpu()).isEmpty();
        try (NDManager manager = engine.newManager()) {
            assertThat(manager.getDevice()).isEqualTo(Device.cpu());
        }
    }

    @Test
    void theEngineMayFetchNothingByItself() {
        TorchEngine.load();
        assertThat(Utils.isOfflineMode()).isTrue();
        assertThatThrownBy(() -> Utils.openUrl("https://publish.djl.ai/pytorch/2.7.1/files.txt"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Offline");
    }

    @Test
    void aPlanThatTheEnvironmentSpoiledIsRejectedWithAMessage() {
        ComputeProblem problem = new ComputeProblem(
                ComputeProblem.Kind.ENVIRONMENT, List.of("PYTORCH_LIBRARY_PATH", "/opt/libtorch is PyTorch 2.1.0."));
        ComputePlan plan = new ComputePlan(Optional.empty(), Optional.empty(), 0, 0, Optional.of(problem));
        assertThatThrownBy(() -> TorchEngine.load(plan))
                .isInstanceOf(EngineLoadException.class)
                .hasMessageContaining("unset that variable");
    }

    @Test
    void aFailureToUnpackTheLibrariesNamesTheFolderAndARemedy() {
        EngineLoadException failure = EngineLoadException.of(new EngineException(
                "Failed to extract PyTorch native library", new IOException("No space left on device")));

        assertThat(failure)
                .hasMessage("The libraries of PyTorch cannot be unpacked to " + Utils.getEngineCacheDir("pytorch")
                        + " (the disk is full). Please free some space and check that you may write to this folder, or set"
                        + " the environment variable DJL_CACHE_DIR to another folder.");
        assertThat(failure.description().in(Locale.JAPANESE)).contains("展開できません(ディスクの空きがありません)");
    }

    @Test
    void aLibraryThatCannotBeLoadedIsDescribed() {
        EngineException cause = new EngineException(
                "Failed to load PyTorch native library", new UnsatisfiedLinkError("libc10.so: not found"));

        assertThat(FailureCause.isExpected(EngineLoadException.of(cause))).isTrue();
        assertThat(EngineLoadException.of(cause))
                .hasMessageStartingWith("PyTorch cannot be loaded (libc10.so: not found).");
    }
}
