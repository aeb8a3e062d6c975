package org.dwastudio.ui.desktop;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.dwastudio.ui.screen.Messages;

/**
 * Path picker that opens the dialogs of the desktop in front of the active window and gives it the keyboard back. They
 * begin in the folder that was used last. FX thread only.
 */
public final class WindowPathPicker implements PathPicker {
    private final Window main;
    private final NativeDialogs dialogs;
    private Optional<File> lastFolder = Optional.empty();

    /** @param main window in front of which dialogs open while none is active */
    public WindowPathPicker(Window main) {
        this(main, NativeDialogs.OF_THE_DESKTOP);
    }

    WindowPathPicker(Window main, NativeDialogs dialogs) {
        this.main = main;
        this.dialogs = dialogs;
    }

    @Override
    public Optional<Path> pick(PathRequest request, Messages texts) {
        Window owner = Window.getWindows().stream()
                .filter(Window::isFocused)
                .filter(window -> window instanceof Stage)
                // Some platforms report the window behind as focused too: the newest one is in front.
                .reduce((older, newer) -> newer)
                .orElse(main);
        Optional<File> picked = Optional.ofNullable(
                switch (request.kind()) {
                    case OPEN_FILE -> dialogs.open(fileChooser(request, texts), owner);
                    case SAVE_FILE -> dialogs.save(fileChooser(request, texts), owner);
                    case FOLDER -> dialogs.folder(folderChooser(request, texts), owner);
                });
        owner.requestFocus();
        picked.map(File::getParentFile).filter(File::isDirectory).ifPresent(folder -> lastFolder = Optional.of(folder));
        return picked.map(File::toPath);
    }

    private FileChooser fileChooser(PathRequest request, Messages texts) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get(request.titleKey()));
        request.types().forEach(type -> chooser.getExtensionFilters()
                .add(new ExtensionFilter(texts.get(type.nameKey()), type.patterns())));
        request.suggestedName().ifPresent(chooser::setInitialFileName);
        lastFolder.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private DirectoryChooser folderChooser(PathRequest request, Messages texts) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.get(request.titleKey()));
        lastFolder.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }
}
