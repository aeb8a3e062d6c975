package org.dwastudio.compute;

import java.util.List;

/** What the driver of the graphics cards says. */
public sealed interface CudaDriverInfo {

    /** There is no driver. */
    record NoDriver() implements CudaDriverInfo {}

    /**
     * A driver.
     *
     * @param cuda the newest version of CUDA that it knows, thousand times the first part and ten times the second: 12080
     * @param gpus that it finds, by index
     */
    record Driver(int cuda, List<Gpu> gpus) implements CudaDriverInfo {
        public Driver {
            gpus = List.copyOf(gpus);
        }

        /** As {@code 12.8}. */
        public String cudaVersion() {
            return inWords(cuda);
        }
    }

    /** Those found. */
    default List<Gpu> gpus() {
        return this instanceof Driver driver ? driver.gpus() : List.of();
    }

    /** A version of CUDA as {@code 12.8}. */
    static String inWords(int cuda) {
        return cuda / 1000 + "." + cuda % 1000 / 10;
    }
}
