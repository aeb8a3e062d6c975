package org.dwastudio.engine.session;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.dwastudio.compute.ComputeException;
import org.dwastudio.compute.ComputePlan;
import org.dwastudio.compute.Gpu;
import org.dwastudio.compute.LibtorchFolder;
import org.dwastudio.nn.torch.TorchEngine;

/** Trial of a PyTorch build in a process of its own: loads it and computes a small result. The process may crash. */
public final class EngineCheck {
    private static final int SIDE = 3;

    private EngineCheck() {}

    /**
     * Multiplies two small matrices.
     *
     * @param libtorch the folder of a build that fits
     * @param gpu the index of a graphics card, or empty for the processor
     * @return version and device as text
     * @throws ai.djl.engine.EngineException when it cannot be loaded or does not compute
     */
    public static String run(Path libtorch, OptionalInt gpu) throws ComputeException {
        Optional<Gpu> card = gpu.isPresent() ? Optional.of(new Gpu(gpu.getAsInt(), "", 0, "")) : Optional.empty();
        TorchEngine engine = TorchEngine.load(
                new ComputePlan(Optional.of(LibtorchFolder.check(libtorch)), card, 0, 0, Optional.empty()));
        try (NDManager manager = engine.newManager();
                NDArray ones = manager.ones(new Shape(SIDE, SIDE));
                NDArray product = ones.matMul(ones)) {
            float found = product.getFloat(0, 0);
            if (found != SIDE) {
                throw new IllegalStateException("it multiplies wrongly: " + found + " instead of " + SIDE);
            }
            Device device = manager.getDevice();
            return engine.version() + " · " + device;
        }
    }
}
