package org.dwastudio.engine;

import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.network.NetworkConfig;

/**
 * Weights that shall become a teacher.
 *
 * @param weights a file of PyTorch, TorchScript, safetensors or npz
 * @param network what they belong to; empty takes the architecture that fits
 * @param dataset whose test split measures them; its normalization, where given, is what they expect, else that of its
 *     training images
 * @param target where the teacher is written, a safetensors file
 */
public record TeacherImport(Path weights, Optional<NetworkConfig> network, DatasetConfig dataset, Path target) {}
