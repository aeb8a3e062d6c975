package org.dwastudio.network;

import java.nio.file.Path;

/** A file format for named tensors. */
sealed interface TensorFormat permits WritableTensorFormat, TorchFormat, LegacyTorchFormat {

    TensorFile read(Path path) throws WeightsException;
}
