package org.dwastudio.config;

/**
 * Which images.
 *
 * @param source {@code bundled:fashion-mnist}, or the path of a dataset folder
 */
public record DatasetConfig(String source) {
    /** The dataset that comes with the program. */
    public static final String BUNDLED = "bundled:fashion-mnist";

    DatasetConfig located() {
        return new DatasetConfig(Source.located(source));
    }
}
