package org.dwastudio.ui.desktop;

import java.io.IOException;
import java.nio.file.Path;

/** Shows a file in the desktop's file manager. */
@FunctionalInterface
public interface FileReveal {

    /**
     * Opens its folder, with the file selected where the desktop can do that.
     *
     * @throws IOException when the desktop has no file manager or it does not start
     */
    void reveal(Path file) throws IOException;
}
