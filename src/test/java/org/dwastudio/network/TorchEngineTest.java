package org.dwastudio.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.Test;

class TorchEngineTest {

    @Test
    void theEngineLoadsWithoutTelemetry() {
        TorchEngine engine = TorchEngine.load();
        assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
        assertThat(engine.version()).isEqualTo("PyTorch 2.7.1");
    }

    @Test
    void theProcessorIsTheLastDevice() {
        TorchEngine engine = TorchEngine.load();
        assertThat(engine.devices()).last().isEqualTo(Device.cpu());
        try (NDManager manager = engine.newManager(Device.cpu())) {
            assertThat(manager.getDevice()).isEqualTo(Device.cpu());
        }
    }
}
