package org.dwastudio.ui.compute;

import org.dwastudio.compute.DeviceInUse;
import org.dwastudio.compute.Gpu;
import org.dwastudio.ui.screen.Loaded;
import org.dwastudio.ui.screen.Texts;

/** Says in the window's language what the engine computes on. */
public record DeviceWords(Texts texts) {

    public String of(Loaded<DeviceInUse> device) {
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
