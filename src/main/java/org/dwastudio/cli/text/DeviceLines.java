package org.dwastudio.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dwastudio.compute.ComputeConfiguration;
import org.dwastudio.compute.ComputePlan;
import org.dwastudio.compute.ComputeSettings;
import org.dwastudio.compute.CudaDriverInfo;
import org.dwastudio.compute.Gpu;
import org.dwastudio.compute.LibtorchFolder;
import org.dwastudio.data.download.CudaBuildDownloader;
import org.dwastudio.file.ByteSizes;
import org.dwastudio.text.CountText;

/** Lines about the available devices and the settings. */
public record DeviceLines(ComputeConfiguration compute, Optional<CudaBuildDownloader> cuda, ComputeSettings settings) {

    public List<String> all() {
        List<String> lines = new ArrayList<>();
        lines.add("CPU:       " + CountText.of(Runtime.getRuntime().availableProcessors(), "processor"));
        CudaDriverInfo graphics = compute.graphics();
        if (graphics instanceof CudaDriverInfo.Driver driver) {
            lines.add("Driver:    knows CUDA " + driver.cudaVersion()
                    + (driver.gpus().isEmpty() ? ", finds no graphics card" : ""));
        } else {
            lines.add("GPU:       no driver of an NVIDIA graphics card was found");
        }
        for (Gpu gpu : graphics.gpus()) {
            lines.add("GPU " + gpu.index() + ":     " + gpu.name() + ", " + ByteSizes.describe(gpu.bytes())
                    + ", compute capability " + gpu.capability());
        }
        lines.add("Builds:    bundled (PyTorch " + LibtorchFolder.VERSION + " for the processor)");
        cuda.ifPresent(build -> lines.add("           cuda ("
                + (build.isPresent() ? "in " + build.folder() : "not downloaded yet: dwa-studio devices --fetch-cuda")
                + ")"));
        compute.folderOfEnvironment()
                .ifPresent(
                        folder -> lines.add("           " + folder + ", which PYTORCH_LIBRARY_PATH names: it counts"));
        lines.add("Chosen:    "
                + String.join(
                        ", ",
                        settings.values().entrySet().stream()
                                .map(Object::toString)
                                .toList()));
        return lines;
    }

    /** Describes the device of a plan. */
    public static String used(ComputePlan plan) {
        String build =
                plan.library().map(library -> "PyTorch in " + library.folder()).orElse("the bundled PyTorch");
        return plan.gpu()
                        .map(gpu -> "GPU " + gpu.index() + " (" + gpu.name() + ")")
                        .orElse("CPU") + ", " + build;
    }
}
