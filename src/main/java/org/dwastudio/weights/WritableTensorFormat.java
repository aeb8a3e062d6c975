package org.dwastudio.weights;

import java.io.IOException;
import java.nio.file.Path;

/** Tensor format that can be written as well as read. */
public interface WritableTensorFormat extends TensorFormat {

    /** Writes the tensors to a file, replacing it. */
    void write(NamedTensors tensors, Path file) throws IOException;
}
