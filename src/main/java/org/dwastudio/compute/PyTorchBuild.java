package org.dwastudio.compute;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Which build of PyTorch computes. */
public sealed interface PyTorchBuild {

    /** The one that comes with this program; it knows the processor alone. */
    record Bundled() implements PyTorchBuild {
        @Override
        public String key() {
            return BUNDLED;
        }
    }

    /** The one for NVIDIA graphics cards, which is fetched on request. */
    record Cuda() implements PyTorchBuild {
        @Override
        public String key() {
            return CUDA;
        }
    }

    /**
     * One that lies on the disk.
     *
     * @param folder of a libtorch, or its folder {@code lib}
     */
    record Folder(Path folder) implements PyTorchBuild {
        @Override
        public String key() {
            return folder.toString();
        }
    }

    String BUNDLED = "bundled";
    String CUDA = "cuda";

    /** As files and arguments write it. */
    String key();

    /**
     * Reads what {@link #key()} wrote; a folder gets its absolute path.
     *
     * @throws ComputeException when it is neither a name nor a path
     */
    static PyTorchBuild parse(String text) throws ComputeException {
        String value = text.strip();
        if (value.equals(BUNDLED)) {
            return new Bundled();
        }
        if (value.equals(CUDA)) {
            return new Cuda();
        }
        try {
            Path folder = Path.of(value);
            if (!value.isEmpty() && (folder.isAbsolute() || folder.getNameCount() > 1)) {
                return new Folder(folder.toAbsolutePath().normalize());
            }
        } catch (InvalidPathException e) {
            // Said below.
        }
        throw new ComputeException(ComputeProblem.Kind.BAD_LIBRARY, text);
    }
}
