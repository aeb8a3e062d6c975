package org.dwastudio.ui.desktop;

import java.io.File;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Dialogs for files and folders. They block until the user has answered; null if nothing was chosen. */
interface NativeDialogs {
    /** The dialogs of the desktop. */
    NativeDialogs OF_THE_DESKTOP = new NativeDialogs() {
        @Override
        public @Nullable File open(FileChooser chooser, Window owner) {
            return chooser.showOpenDialog(owner);
        }

        @Override
        public @Nullable File save(FileChooser chooser, Window owner) {
            return chooser.showSaveDialog(owner);
        }

        @Override
        public @Nullable File folder(DirectoryChooser chooser, Window owner) {
            return chooser.showDialog(owner);
        }
    };

    @Nullable
    File open(FileChooser chooser, Window owner);

    @Nullable
    File save(FileChooser chooser, Window owner);

    @Nullable
    File folder(DirectoryChooser chooser, Window owner);
}
