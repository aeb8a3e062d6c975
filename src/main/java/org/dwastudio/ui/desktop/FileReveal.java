package org.dwastudio.ui.desktop;

import java.io.IOException;
import java.nio.file.Path;

/** Access to the desktop's file manager. */
@FunctionalInterface
public interface FileReveal {

    /**
     * Opens its folder, with the file selected where the desktop can do that.
     *
     * @throws IOException when the desktop has no file manager or it does not start
     */
    void reveal(Path file) throws IOException;

    /**
     * Opens a file or folder with the program that the desktop has for it.
     *
     * @throws IOException if the desktop has no such program or it does not start
     */
    default void open(Path path) throws IOException {
        reveal(path);
    }
}
