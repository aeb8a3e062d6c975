package org.dwastudio.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.dwastudio.ui.workspace.DroppedFiles;

/**
 * Drop target for files on a part of the window.
 *
 * @param target opens them
 */
record FileDrop(DroppedFiles target) {
    private static final PseudoClass WELCOME = PseudoClass.getPseudoClass("drop-welcome");

    void listenOn(Node part) {
        part.setOnDragEntered(event -> enter(part, pathsIn(event)));
        part.setOnDragExited(event -> leave(part));
        part.setOnDragOver(this::over);
        part.setOnDragDropped(this::dropped);
    }

    /** Frames the part if it takes the files. */
    void enter(Node part, List<Path> paths) {
        part.pseudoClassStateChanged(WELCOME, target.accepts(paths));
    }

    void leave(Node part) {
        part.pseudoClassStateChanged(WELCOME, false);
    }

    private void over(DragEvent event) {
        if (target.accepts(pathsIn(event))) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<Path> paths = pathsIn(event);
        event.setDropCompleted(!paths.isEmpty());
        event.consume();
        // The desktop that dropped waits for the end of this event.
        Platform.runLater(() -> target.open(paths));
    }

    private static List<Path> pathsIn(DragEvent event) {
        return event.getDragboard().getFiles().stream().map(File::toPath).toList();
    }
}
