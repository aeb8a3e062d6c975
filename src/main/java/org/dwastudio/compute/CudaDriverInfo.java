package org.dwastudio.compute;

import java.util.List;

/** Information from the graphics driver. */
public sealed interface CudaDriverInfo {

    /** Absence of a driver. */
    record NoDriver() implements CudaDriverInfo {}

    /**
     * Installed driver.
     *
     * @param cuda newest supported CUDA version, 1000 · major + 10 · minor: 12080
     * @param gpus detected cards, by index
     */
    record Driver(int cuda, List<Gpu> gpus) implements CudaDriverInfo {
        public Driver {
            gpus = List.copyOf(gpus);
        }

        /** Returns the CUDA version in the form {@code 12.8}. */
        public String cudaVersion() {
            return formatVersion(cuda);
        }
    }

    /** Returns the detected cards. */
    default List<Gpu> gpus() {
        return this instanceof Driver driver ? driver.gpus() : List.of();
    }

    /** Formats a CUDA version in the form {@code 12.8}. */
    static String formatVersion(int cuda) {
        return cuda / 1000 + "." + cuda % 1000 / 10;
    }
}
