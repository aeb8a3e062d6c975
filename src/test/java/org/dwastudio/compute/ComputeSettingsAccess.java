package org.dwastudio.compute;

import java.nio.file.Path;

/** Access to the file of compute settings for tests of other packages. */
public final class ComputeSettingsAccess {
    private ComputeSettingsAccess() {}

    /** Reads the settings. */
    public static void read(Path file) throws ComputeException {
        new ComputeSettingsFile(file).read();
        new ComputeSettingsFile(file).isTried("");
    }
}
