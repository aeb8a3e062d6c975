package org.dwastudio.weights;

import java.io.IOException;
import java.nio.file.Path;

/** Tensor format that can be written as well as read. */
public interface WritableTensorFormat extends TensorFormat {

    /**
     * Checks that the format can hold the tensors and their metadata.
     *
     * @param file the file to be written, for the message
     * @throws WeightsException if it cannot
     */
    default void requireWritable(NamedTensors tensors, Path file) throws WeightsException {}

    /** Writes the tensors to a file, replacing it. */
    void write(NamedTensors tensors, Path file) throws IOException;
}
