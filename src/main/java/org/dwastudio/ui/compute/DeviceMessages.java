package org.dwastudio.ui.compute;

import org.dwastudio.compute.DeviceInUse;
import org.dwastudio.compute.Gpu;
import org.dwastudio.ui.screen.LoadState;
import org.dwastudio.ui.screen.Messages;

/** Description of the engine's device in the window's language. */
public record DeviceMessages(Messages texts) {

    public String of(LoadState<DeviceInUse> device) {
        return device.value()
                .map(this::words)
                .orElseGet(() -> texts.get(device.isFailed() ? "device.failed" : "device.loading"));
    }

    private String words(DeviceInUse device) {
        return device.gpu().map(this::words).orElseGet(() -> texts.format("device.cpu", device.threads()));
    }

    private String words(Gpu gpu) {
        return texts.format("device.gpu", Integer.toString(gpu.index()), gpu.name());
    }
}
