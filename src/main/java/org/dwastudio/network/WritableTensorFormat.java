package org.dwastudio.network;

import java.io.IOException;
import java.nio.file.Path;

/** A format that files are written in as well. */
sealed interface WritableTensorFormat extends TensorFormat permits NpzFormat, SafetensorsFormat {

    /** The format of a file to be written, by its name. */
    static WritableTensorFormat of(Path path) throws WeightsException {
        String name = path.toString();
        if (name.endsWith(".safetensors")) {
            return new SafetensorsFormat();
        }
        if (name.endsWith(".npz")) {
            return new NpzFormat();
        }
        throw new WeightsException(path, "the name of a file of tensors must end in .safetensors or .npz");
    }

    /** Writes to another place than the file's own. */
    void write(TensorFile file, Path place) throws IOException;
}
