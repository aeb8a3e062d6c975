package org.dwastudio.compute;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What was chosen to compute on, and what is in use. The engine takes the plan once, when it loads; what is chosen
 * afterwards counts from the next start. From any thread.
 */
public final class ComputeConfiguration {
    private final ComputeSettingsFile file;
    private final ComputePlanner planner;
    private Map<String, String> given = Map.of();
    private Optional<ComputePlan> inUse = Optional.empty();

    /** @param file the settings of the user */
    ComputeConfiguration(ComputeSettingsFile file, ComputePlanner planner) {
        this.file = file;
        this.planner = planner;
    }

    /**
     * That of this computer.
     *
     * @param file the settings of the user
     * @param cudaFolder where the CUDA build is, or would be; empty where there is none for this platform
     * @param trial loads a build for a try
     */
    public static ComputeConfiguration ofComputer(
            ComputeSettingsFile file, Optional<Path> cudaFolder, LibraryProbe trial) {
        return new ComputeConfiguration(
                file,
                new ComputePlanner(
                        NvidiaDriver::ask,
                        cudaFolder,
                        System.getProperty("os.name") + ", " + System.getProperty("os.arch"),
                        System.getenv(),
                        new CachedLibraryProbe(trial, file)));
    }

    /**
     * Replaces settings for this process alone.
     *
     * @throws ComputeException when one is wrong; nothing is replaced then
     */
    public synchronized void give(Map<String, String> values) throws ComputeException {
        ComputeSettings.usual().with(values);
        given = Map.copyOf(values);
    }

    /**
     * What is remembered, and given for this process.
     *
     * @throws ComputeException when the file cannot be read or says something wrong
     */
    public synchronized ComputeSettings settings() throws ComputeException {
        return file.read().with(given);
    }

    /** What the engine computes on; found out at the first call. A file that says something wrong is a setback, too. */
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

    /** What is in use; empty until the engine asked. */
    public synchronized Optional<ComputePlan> inUse() {
        return inUse;
    }

    /** What the next start would compute on with these settings; may take seconds. */
    public ComputePlan next(ComputeSettings settings) {
        return planner.plan(settings);
    }

    /** Remembers settings for every start from the next on. */
    public void remember(ComputeSettings settings) throws IOException {
        file.write(settings);
    }

    public CudaDriverInfo graphics() {
        return planner.graphics();
    }

    /** A build that an environment variable names, which counts before any choice. */
    public Optional<Path> folderOfEnvironment() {
        return planner.folderOfEnvironment();
    }
}
