package org.dwastudio.network;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Path;
import org.dwastudio.config.TeacherConfig;

public final class TeacherCatalog {
    private final NetworkCatalog networks;

    public TeacherCatalog(NetworkCatalog networks) {
        this.networks = networks;
    }

    public Teacher load(TeacherConfig config, NDManager manager, DataType type) throws IOException {
        String path = config.weights().startsWith("bundled:")
                ? "assets/teachers/resnet18-w16-fashion-mnist.safetensors"
                : config.weights();
        return Teacher.read(Path.of(path), networks, manager, type);
    }
}
