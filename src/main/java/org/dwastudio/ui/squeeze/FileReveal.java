package org.dwastudio.ui.squeeze;

import java.io.IOException;
import java.nio.file.Path;

/** Shows a file in the desktop's file manager. */
@FunctionalInterface
public interface FileReveal {

    /** @throws IOException when the desktop has none or it does not start */
    void reveal(Path file) throws IOException;
}
