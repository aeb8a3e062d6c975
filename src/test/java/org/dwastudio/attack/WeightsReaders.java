package org.dwastudio.attack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dwastudio.nn.WeightsCase;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.file.TensorFile;
import org.dwastudio.weights.file.WeightsFile;

/** Readers of files of weights. */
final class WeightsReaders {
    private WeightsReaders() {}

    static List<ForeignReader> all() {
        return Stream.of(
                        "float32.pth",
                        "checkpoint.pth",
                        "shared.pth",
                        "protocol4.ckpt",
                        "kinds.pth",
                        "broken/numpy-number.pth",
                        "broken/whole-module.pth",
                        "legacy.pth",
                        "legacy-checkpoint.bin",
                        "scripted.pt",
                        "traced.pt",
                        "float32.safetensors",
                        "bfloat16.safetensors",
                        "float32.npz")
                .map(WeightsReaders::of)
                .toList();
    }

    private static ForeignReader of(String name) {
        String file = Path.of(name).getFileName().toString();
        return ForeignReader.of(
                        "weights " + file,
                        folder -> Files.copy(WeightsCase.file(name), folder.resolve(file)),
                        file,
                        (folder, scratch) -> read(folder.resolve(file)))
                .within(ForeignReader.Limits.WEIGHTS)
                .wrapped(isZip(file) ? Wrapping.ZIP : Wrapping.NONE);
    }

    private static boolean isZip(String file) {
        return !file.startsWith("legacy") && !file.endsWith(".safetensors");
    }

    private static void read(Path file) throws Exception {
        for (TensorFile group : WeightsFile.read(file).groups()) {
            for (StoredTensor tensor : group.withoutWrappers().tensors().values()) {
                tensor.data();
            }
        }
    }
}
