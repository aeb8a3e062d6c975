package org.dwastudio.cli.option;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dwastudio.compute.ComputeSettings;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Compute options of one command, which override the saved settings. */
public final class ComputeOptions {
    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            scope = ScopeType.INHERIT,
            description = "Compute device for this call: auto, cpu, gpu or gpu:N; 'devices' lists them.")
    private String device;

    @Option(
            names = "--compute",
            paramLabel = "KEY=VALUE",
            scope = ScopeType.INHERIT,
            description = "Another setting for this call: library=bundled, cuda or a folder; threads; interopThreads."
                    + " Repeatable.")
    private Map<String, String> others = new LinkedHashMap<>();

    /** Returns the given settings. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>(others);
        if (device != null) {
            values.put(ComputeSettings.DEVICE, device);
        }
        return values;
    }
}
