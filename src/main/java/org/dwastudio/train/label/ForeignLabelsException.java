package org.dwastudio.train.label;

import java.io.IOException;
import java.nio.file.Path;

/** Soft labels that were stored for another teacher, set of images, seed or recipe. */
public final class ForeignLabelsException extends IOException {
    private static final long serialVersionUID = 1L;

    ForeignLabelsException(Path file, String what, String found, String expected) {
        super(file + ": these soft labels were made for other " + plural(what) + " (" + found + ", not " + expected
                + "). Please put the file back where it belongs, or remove it and run relabel.");
    }

    private static String plural(String what) {
        return switch (what) {
            case "teacher" -> "weights of the teacher";
            case "pictures" -> "images";
            case "views" -> "augmentations";
            default -> what + "s";
        };
    }
}
