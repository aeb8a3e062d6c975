package org.dwastudio.ui.desktop;

import java.util.List;
import java.util.Optional;

/**
 * A question for a file or a folder.
 *
 * @param kind which dialog asks it
 * @param titleKey key of the dialog's title in the message bundles
 * @param types file formats on offer; empty for a folder
 * @param suggestedName file name that the dialog starts with
 */
public record PathRequest(Kind kind, String titleKey, List<FileType> types, Optional<String> suggestedName) {
    /** The dialogs that ask for a path. */
    public enum Kind {
        /** An existing file. */
        OPEN_FILE,
        /** A file to be written. */
        SAVE_FILE,
        /** An existing folder. */
        FOLDER
    }

    public PathRequest {
        types = List.copyOf(types);
    }

    /** Returns a request for an existing file. */
    public static PathRequest openFile(String titleKey, FileType... types) {
        return new PathRequest(Kind.OPEN_FILE, titleKey, List.of(types), Optional.empty());
    }

    /** Returns a request for a file to be written. */
    public static PathRequest saveFile(String titleKey, FileType type, String suggestedName) {
        return new PathRequest(Kind.SAVE_FILE, titleKey, List.of(type), Optional.of(suggestedName));
    }

    /** Returns a request for an existing folder. */
    public static PathRequest folder(String titleKey) {
        return new PathRequest(Kind.FOLDER, titleKey, List.of(), Optional.empty());
    }
}
