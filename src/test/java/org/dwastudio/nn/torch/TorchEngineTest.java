package org.dwastudio.nn.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.util.Utils;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.dwastudio.compute.ComputePlan;
import org.dwastudio.compute.ComputeProblem;
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
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("unset that variable");
    }
}
