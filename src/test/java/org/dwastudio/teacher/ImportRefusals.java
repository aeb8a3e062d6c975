package org.dwastudio.teacher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;

/** The failures of imports that a consent avoids. */
public final class ImportRefusals {
    private ImportRefusals() {}

    public static IOException extraTensors(Path file, List<String> names) {
        return new ExtraTensorsException(file, "resnet18", names);
    }

    public static IOException otherClasses(String trainedOn) {
        TeacherMetadata metadata = new TeacherMetadata(
                new NetworkConfig("convnet", 4, Stem.SMALL, 1, 2, 8),
                trainedOn,
                List.of("cat", "dog"),
                List.of(0.5),
                List.of(0.5),
                Double.NaN,
                Map.of());
        return new OtherClassesException("weights.safetensors", metadata, List.of("bag", "coat"));
    }
}
