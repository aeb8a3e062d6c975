package org.dwastudio.engine;

import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.teacher.ImportConsents;

/**
 * Weights that shall become a teacher.
 *
 * @param weights a file of PyTorch, TorchScript, safetensors or npz
 * @param network what they belong to; empty takes the architecture that fits
 * @param dataset whose test split measures them; its normalization, where given, is what they expect, else that of its
 *     training images
 * @param target where the teacher is written, a safetensors file
 * @param consents what the user agreed to; nothing at first
 */
public record TeacherImport(
        Path weights, Optional<NetworkConfig> network, DatasetConfig dataset, Path target, ImportConsents consents) {

    /** Creates a request that is refused if it needs a consent. */
    public TeacherImport(Path weights, Optional<NetworkConfig> network, DatasetConfig dataset, Path target) {
        this(weights, network, dataset, target, ImportConsents.NONE);
    }

    /** Returns the same request with other consents. */
    public TeacherImport with(ImportConsents agreed) {
        return new TeacherImport(weights, network, dataset, target, agreed);
    }
}
