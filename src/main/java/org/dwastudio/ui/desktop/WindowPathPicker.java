package org.dwastudio.ui.desktop;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.dwastudio.ui.screen.Messages;

/**
 * A path picker that opens the dialogs of the desktop.
 *
 * @param owner the window in front of which they open
 */
public record WindowPathPicker(Window owner) implements PathPicker {

    @Override
    public Optional<Path> pick(PathRequest request, Messages texts) {
        File picked =
                switch (request.kind()) {
                    case OPEN_FILE -> fileChooser(request, texts).showOpenDialog(owner);
                    case SAVE_FILE -> fileChooser(request, texts).showSaveDialog(owner);
                    case FOLDER -> folderChooser(request, texts).showDialog(owner);
                };
        return Optional.ofNullable(picked).map(File::toPath);
    }

    private static FileChooser fileChooser(PathRequest request, Messages texts) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get(request.titleKey()));
        request.types().forEach(type -> chooser.getExtensionFilters()
                .add(new ExtensionFilter(texts.get(type.nameKey()), type.patterns())));
        request.suggestedName().ifPresent(chooser::setInitialFileName);
        return chooser;
    }

    private static DirectoryChooser folderChooser(PathRequest request, Messages texts) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.get(request.titleKey()));
        return chooser;
    }
}
