package org.dwastudio.weights;

import java.nio.file.Path;

/** A file format for named tensors. */
public interface TensorFormat {

    /**
     * Reads a whole file.
     *
     * @throws WeightsException if the file is broken, cut short, or holds more than tensors
     */
    NamedTensors read(Path path) throws WeightsException;
}
