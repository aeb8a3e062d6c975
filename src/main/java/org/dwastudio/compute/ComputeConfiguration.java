package org.dwastudio.compute;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Selected compute settings and the plan in use. The engine takes the plan once, when it loads; later changes apply
 * from the next start. Thread-safe.
 */
public final class ComputeConfiguration {
    private final ComputeSettingsFile file;
    private final ComputePlanner planner;
    private Map<String, String> given = Map.of();
    private Optional<ComputePlan> inUse = Optional.empty();

    /**
     * Creates a configuration.
     *
     * @param file settings file of the user
     */
    ComputeConfiguration(ComputeSettingsFile file, ComputePlanner planner) {
        this.file = file;
        this.planner = planner;
    }

    /**
     * Creates the configuration of this computer.
     *
     * @param file settings file of the user
     * @param cudaFolder folder of the CUDA build, which may not exist yet; empty if there is none for this platform
     * @param trial probe that loads a build
     */
    public static ComputeConfiguration ofComputer(
            ComputeSettingsFile file, Optional<Path> cudaFolder, LibraryProbe trial) {
        return new ComputeConfiguration(
                file,
                new ComputePlanner(
                        NvidiaDriver::query,
                        cudaFolder,
                        System.getProperty("os.name") + ", " + System.getProperty("os.arch"),
                        System.getenv(),
                        new CachedLibraryProbe(trial, file)));
    }

    /**
     * Overrides settings for this process alone.
     *
     * @throws ComputeException if one is invalid; nothing is overridden then
     */
    public synchronized void override(Map<String, String> values) throws ComputeException {
        ComputeSettings.defaults().with(values);
        given = Map.copyOf(values);
    }

    /**
     * Returns the saved settings with the overrides of this process.
     *
     * @throws ComputeException if the file cannot be read or is invalid
     */
    public synchronized ComputeSettings settings() throws ComputeException {
        return file.read().with(given);
    }

    /**
     * Returns the plan of the engine, which is determined at the first call. An invalid file is reported as a setback,
     * too.
     */
    public synchronized ComputePlan plan() {
        if (inUse.isEmpty()) {
            inUse = Optional.of(planned());
        }
        return inUse.get();
    }

    private ComputePlan planned() {
        try {
            return planner.plan(settings());
        } catch (ComputeException e) {
            return new ComputePlan(Optional.empty(), Optional.empty(), 0, 0, Optional.of(e.problem()));
        }
    }

    /** Returns the plan in use; empty until the engine has asked for it. */
    public synchronized Optional<ComputePlan> inUse() {
        return inUse;
    }

    /** Returns the plan of the next start with these settings; may take seconds. */
    public ComputePlan planNextStart(ComputeSettings settings) {
        return planner.plan(settings);
    }

    /** Saves settings for all following starts. */
    public void remember(ComputeSettings settings) throws IOException {
        file.write(settings);
    }

    public CudaDriverInfo graphics() {
        return planner.graphics();
    }

    /** Returns the build that an environment variable names, which takes precedence over any setting. */
    public Optional<Path> folderOfEnvironment() {
        return planner.folderOfEnvironment();
    }
}
