package org.dwastudio.ui.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.teacher.TeacherMetadata;
import org.dwastudio.weights.file.TensorFile;

/** Files with the metadata of teachers; they hold no weights. */
public final class TeacherFiles {
    private TeacherFiles() {}

    public static Path write(Path file, NetworkConfig network, double testAccuracy) throws IOException {
        List<String> classes = IntStream.range(0, network.classes())
                .mapToObj(i -> "class " + i)
                .toList();
        List<Double> ones = Collections.nCopies(network.channels(), 0.5);
        TeacherMetadata metadata =
                new TeacherMetadata(network, "fashion-mnist", classes, ones, ones, testAccuracy, Map.of());
        Files.createDirectories(file.getParent());
        new TensorFile(file, Map.of(), metadata.toText()).write();
        return file;
    }
}
