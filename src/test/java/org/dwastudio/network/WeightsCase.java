package org.dwastudio.network;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where the files that weights_cases.py wrote are. */
final class WeightsCase {
    private WeightsCase() {}

    static Path file(String name) {
        try {
            return Path.of(WeightsCase.class.getResource("/weights/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
