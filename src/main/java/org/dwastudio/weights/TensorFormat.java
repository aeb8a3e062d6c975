package org.dwastudio.weights;

import java.nio.file.Path;

/** File format of named tensors. */
public interface TensorFormat {

    /**
     * Reads a whole file.
     *
     * @throws WeightsException if the file is broken, truncated, or contains no tensors
     */
    FileContent read(Path path) throws WeightsException;
}
