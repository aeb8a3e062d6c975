package org.dwastudio.nn;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Locations of the files that weights_cases.py wrote. */
public final class WeightsCase {
    private WeightsCase() {}

    public static Path file(String name) {
        try {
            return Path.of(WeightsCase.class.getResource("/weights/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
