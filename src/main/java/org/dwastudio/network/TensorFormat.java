package org.dwastudio.network;

import java.io.IOException;
import java.nio.file.Path;

/** A file format for named tensors. */
sealed interface TensorFormat permits NpzFormat, SafetensorsFormat {

    static TensorFormat of(Path path) throws WeightsException {
        String name = path.toString();
        if (name.endsWith(".safetensors")) {
            return new SafetensorsFormat();
        }
        if (name.endsWith(".npz")) {
            return new NpzFormat();
        }
        throw new WeightsException(path, "unknown kind of file; its name must end in .safetensors or .npz");
    }

    TensorFile read(Path path) throws WeightsException;

    /** Writes to another place than the file's own. */
    void write(TensorFile file, Path place) throws IOException;
}
