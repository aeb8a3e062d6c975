package org.dwastudio.compute;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Compute settings. They belong to a computer, not to an experiment.
 *
 * @param library build of PyTorch
 * @param device device that computes
 * @param threads processor threads for one operation; 0 for the default
 * @param interopThreads processor operations at the same time; 0 for the default
 */
public record ComputeSettings(PyTorchBuild library, DeviceChoice device, int threads, int interopThreads) {
    public static final String LIBRARY = "library";
    public static final String DEVICE = "device";
    public static final String THREADS = "threads";
    public static final String INTEROP_THREADS = "interopThreads";

    /** Limit above which more threads are of no use on any processor. */
    public static final int MOST_THREADS = 1024;

    /** Returns the default settings. */
    public static ComputeSettings defaults() {
        return new ComputeSettings(new PyTorchBuild.Bundled(), new DeviceChoice.Automatic(), 0, 0);
    }

    /**
     * Returns these settings with one changed.
     *
     * @param key one of the names above
     * @throws ComputeException if there is no such setting, or the value is invalid
     */
    public ComputeSettings with(String key, String value) throws ComputeException {
        return switch (key) {
            case LIBRARY -> new ComputeSettings(PyTorchBuild.parse(value), device, threads, interopThreads);
            case DEVICE -> new ComputeSettings(library, DeviceChoice.parse(value), threads, interopThreads);
            case THREADS -> new ComputeSettings(library, device, threads(key, value), interopThreads);
            case INTEROP_THREADS -> new ComputeSettings(library, device, threads, threads(key, value));
            default -> throw new ComputeException(ComputeProblem.Kind.UNKNOWN_KEY, key);
        };
    }

    /** Returns these settings with some changed. */
    public ComputeSettings with(Map<String, String> values) throws ComputeException {
        ComputeSettings changed = this;
        for (Map.Entry<String, String> value : values.entrySet()) {
            changed = changed.with(value.getKey(), value.getValue());
        }
        return changed;
    }

    /** Returns all settings in the form that {@link #with(Map)} accepts. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(DEVICE, device.key());
        values.put(LIBRARY, library.key());
        values.put(THREADS, Integer.toString(threads));
        values.put(INTEROP_THREADS, Integer.toString(interopThreads));
        return values;
    }

    private static int threads(String key, String value) throws ComputeException {
        String digits = value.strip();
        if (digits.matches("\\d{1,9}") && Integer.parseInt(digits) <= MOST_THREADS) {
            return Integer.parseInt(digits);
        }
        throw new ComputeException(ComputeProblem.Kind.BAD_THREADS, key, value, MOST_THREADS);
    }
}
