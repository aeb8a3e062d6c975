package org.dwastudio.compute;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Configurations of imaginary computers. */
public final class ComputeConfigurations {
    private ComputeConfigurations() {}

    /** Returns the configuration of a computer without graphics cards, where every build loads. */
    public static ComputeConfiguration plain(Path folder) {
        return withGraphics(folder, new CudaDriverInfo.NoDriver());
    }

    /**
     * Returns the configuration of a computer with this driver information; the CUDA build would be in
     * {@code FOLDER/cuda}.
     */
    public static ComputeConfiguration withGraphics(Path folder, CudaDriverInfo graphics) {
        return new ComputeConfiguration(
                new ComputeSettingsFile(folder.resolve("compute.properties")),
                new ComputePlanner(
                        () -> graphics,
                        Optional.of(folder.resolve("cuda")),
                        "Linux, amd64",
                        Map.of(),
                        (library, gpu) -> Optional.empty()));
    }
}
