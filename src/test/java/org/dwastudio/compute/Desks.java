package org.dwastudio.compute;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Desks of computers that tests make up. */
public final class Desks {
    private Desks() {}

    /** Of a computer without graphics cards, where every build loads. */
    public static ComputeDesk plain(Path folder) {
        return withGraphics(folder, new Graphics.NoDriver());
    }

    /** Of a computer whose driver says so; the CUDA build would be in {@code FOLDER/cuda}. */
    public static ComputeDesk withGraphics(Path folder, Graphics graphics) {
        return new ComputeDesk(
                new ComputeFile(folder.resolve("compute.properties")),
                new ComputePlanner(
                        () -> graphics,
                        Optional.of(folder.resolve("cuda")),
                        "Linux, amd64",
                        Map.of(),
                        (library, gpu) -> Optional.empty()));
    }
}
