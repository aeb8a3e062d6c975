package org.dwastudio.compute;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.dwastudio.compute.ComputeProblem.Kind;
import org.dwastudio.text.FailureCause;

/** Planner that checks if the settings can be used; otherwise the plan uses the processor and gives the reason. */
public final class ComputePlanner {
    /** The build in this environment variable is loaded whatever the settings: the engine reads the variable itself. */
    static final String LIBRARY_PATH = "PYTORCH_LIBRARY_PATH";

    /** The builds for CUDA 12.8 run with every driver that supports CUDA 12. */
    private static final int LEAST_CUDA = 12000;

    private final Supplier<CudaDriverInfo> driver;
    private final Optional<Path> cudaFolder;
    private final String platform;
    private final Map<String, String> environment;
    private final LibraryProbe trial;

    /**
     * Creates a planner.
     *
     * @param driver source of the driver information, called for every plan
     * @param cudaFolder folder of the CUDA build, which may not exist yet; empty if there is none for this platform
     * @param platform name of the platform in messages
     * @param environment environment variables
     * @param trial probe that loads a build
     */
    ComputePlanner(
            Supplier<CudaDriverInfo> driver,
            Optional<Path> cudaFolder,
            String platform,
            Map<String, String> environment,
            LibraryProbe trial) {
        this.driver = driver;
        this.cudaFolder = cudaFolder;
        this.platform = platform;
        this.environment = environment;
        this.trial = trial;
    }

    /** Returns the current information of the graphics driver. */
    public CudaDriverInfo graphics() {
        return driver.get();
    }

    /**
     * Returns the build that an environment variable names, if the engine would find it; it takes precedence over any
     * setting.
     */
    public Optional<Path> folderOfEnvironment() {
        String paths = environment.getOrDefault(LIBRARY_PATH, "");
        return Arrays.stream(paths.split(Pattern.quote(File.pathSeparator)))
                .filter(path -> !path.isBlank())
                .map(path -> new File(path).getAbsoluteFile().toPath().normalize())
                .map(path ->
                        path.getFileName() != null && path.endsWith(LibtorchFolder.LIBTORCH) ? path.getParent() : path)
                .filter(folder -> Files.isRegularFile(folder.resolve(LibtorchFolder.LIBTORCH)))
                .findFirst();
    }

    /** Returns the plan for these settings. Takes seconds if a build has to be probed first. */
    public ComputePlan plan(ComputeSettings settings) {
        Optional<Path> forced = folderOfEnvironment();
        return forced.isPresent() ? planOn(forced.get(), settings) : planOf(settings);
    }

    /**
     * Returns the plan for the environment's build. It cannot be replaced, so it must work at least on the processor.
     */
    private ComputePlan planOn(Path forced, ComputeSettings settings) {
        LibtorchFolder library;
        try {
            library = LibtorchFolder.check(forced);
            requireLoads(library, Optional.empty());
        } catch (ComputeException e) {
            return onProcessor(
                    Optional.empty(),
                    settings,
                    ComputeProblem.of(Kind.ENVIRONMENT, LIBRARY_PATH, FailureCause.messageOf(e)));
        }
        try {
            Optional<Gpu> gpu = gpu(settings.device(), library.hasCuda());
            if (gpu.isPresent()) {
                requireLoads(library, gpu);
            }
            return plan(Optional.of(library), gpu, settings);
        } catch (ComputeException e) {
            return onProcessor(Optional.of(library), settings, e.problem());
        }
    }

    private ComputePlan planOf(ComputeSettings settings) {
        try {
            Optional<LibtorchFolder> library = library(settings.library());
            Optional<Gpu> gpu =
                    gpu(settings.device(), library.map(LibtorchFolder::hasCuda).orElse(false));
            if (library.isPresent()) {
                requireLoads(library.get(), gpu);
            }
            return plan(library, gpu, settings);
        } catch (ComputeException e) {
            return onProcessor(Optional.empty(), settings, e.problem());
        }
    }

    private void requireLoads(LibtorchFolder library, Optional<Gpu> gpu) throws ComputeException {
        Optional<String> failure = trial.failure(library, gpu);
        if (failure.isPresent()) {
            throw new ComputeException(Kind.NOT_LOADED, library.folder(), failure.get());
        }
    }

    private static ComputePlan plan(Optional<LibtorchFolder> library, Optional<Gpu> gpu, ComputeSettings settings) {
        return new ComputePlan(library, gpu, settings.threads(), settings.interopThreads(), Optional.empty());
    }

    private static ComputePlan onProcessor(
            Optional<LibtorchFolder> library, ComputeSettings settings, ComputeProblem setback) {
        return new ComputePlan(
                library, Optional.empty(), settings.threads(), settings.interopThreads(), Optional.of(setback));
    }

    private Optional<LibtorchFolder> library(PyTorchBuild chosen) throws ComputeException {
        if (chosen instanceof PyTorchBuild.Folder one) {
            return Optional.of(LibtorchFolder.check(one.folder()));
        }
        return chosen instanceof PyTorchBuild.Cuda ? Optional.of(cudaBuild()) : Optional.empty();
    }

    private LibtorchFolder cudaBuild() throws ComputeException {
        Path folder = cudaFolder.orElseThrow(() -> new ComputeException(Kind.NO_CUDA_HERE, platform));
        try {
            return LibtorchFolder.check(folder);
        } catch (ComputeException e) {
            throw e.problem().kind() == Kind.NO_FOLDER ? new ComputeException(Kind.NO_CUDA_BUILD, folder) : e;
        }
    }

    private Optional<Gpu> gpu(DeviceChoice device, boolean hasCuda) throws ComputeException {
        if (device instanceof DeviceChoice.Processor || (device instanceof DeviceChoice.Automatic && !hasCuda)) {
            return Optional.empty();
        }
        if (!hasCuda) {
            throw new ComputeException(Kind.NEEDS_CUDA);
        }
        if (!(driver.get() instanceof CudaDriverInfo.Driver found)) {
            throw new ComputeException(Kind.NO_DRIVER);
        }
        List<Gpu> gpus = found.gpus();
        if (found.cuda() < LEAST_CUDA) {
            throw new ComputeException(Kind.OLD_DRIVER, found.cudaVersion(), CudaDriverInfo.formatVersion(LEAST_CUDA));
        }
        if (gpus.isEmpty()) {
            throw new ComputeException(Kind.NO_GPU);
        }
        int index = device instanceof DeviceChoice.Graphics wanted ? wanted.index() : 0;
        if (index >= gpus.size()) {
            throw new ComputeException(Kind.NO_SUCH_GPU, index, gpus.size());
        }
        return Optional.of(gpus.get(index));
    }
}
