package org.dwastudio.compute;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Selected build of PyTorch. */
public sealed interface PyTorchBuild {

    /** The bundled build, which supports only the processor. */
    record Bundled() implements PyTorchBuild {
        @Override
        public String key() {
            return BUNDLED;
        }
    }

    /** The build for NVIDIA graphics cards, which is downloaded on request. */
    record Cuda() implements PyTorchBuild {
        @Override
        public String key() {
            return CUDA;
        }
    }

    /**
     * A build on the disk.
     *
     * @param folder folder of a libtorch, or its subfolder {@code lib}
     */
    record Folder(Path folder) implements PyTorchBuild {
        @Override
        public String key() {
            return folder.toString();
        }
    }

    String BUNDLED = "bundled";
    String CUDA = "cuda";

    /** Returns the notation of files and arguments. */
    String key();

    /**
     * Parses the result of {@link #key()}; a folder gets its absolute path.
     *
     * @throws ComputeException if it is neither a name nor a path
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
            // The exception below reports it.
        }
        throw new ComputeException(ComputeProblem.Kind.BAD_LIBRARY, text);
    }
}
