package org.dwastudio.ui.desktop;

import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.ui.screen.Messages;

/** A dialog in which the user picks a file or a folder. */
@FunctionalInterface
public interface PathPicker {

    /** Returns the path that the user picked; empty if the dialog was dismissed. */
    Optional<Path> pick(PathRequest request, Messages texts);
}
