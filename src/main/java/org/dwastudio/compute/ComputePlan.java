package org.dwastudio.compute;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Resulting choice of PyTorch build, device and threads.
 *
 * @param library empty for the bundled build
 * @param gpu empty for the processor
 * @param threads as {@link ComputeSettings#threads()}
 * @param interopThreads as {@link ComputeSettings#interopThreads()}
 * @param setback reason for using the processor although something else was selected
 */
public record ComputePlan(
        Optional<LibtorchFolder> library,
        Optional<Gpu> gpu,
        int threads,
        int interopThreads,
        Optional<ComputeProblem> setback) {

    /** Returns the bundled build on the processor. */
    public static ComputePlan bundled() {
        return new ComputePlan(Optional.empty(), Optional.empty(), 0, 0, Optional.empty());
    }

    /** Returns the system properties that configure DJL's engine, to be set before it is loaded. */
    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        library.ifPresent(build -> {
            properties.put("PYTORCH_LIBRARY_PATH", build.folder().toString());
            properties.put("PYTORCH_VERSION", LibtorchFolder.VERSION);
            properties.put("PYTORCH_FLAVOR", build.flavour());
        });
        if (threads > 0) {
            properties.put("ai.djl.pytorch.num_threads", Integer.toString(threads));
        }
        if (interopThreads > 0) {
            properties.put("ai.djl.pytorch.num_interop_threads", Integer.toString(interopThreads));
        }
        return properties;
    }
}
