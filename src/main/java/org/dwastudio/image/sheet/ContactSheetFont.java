package org.dwastudio.image.sheet;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Font of a contact sheet: the bundled one, so that sheets look alike on every machine. */
public final class ContactSheetFont {
    private static final String RESOURCE = "/assets/fonts/NotoSansCJKjp-Regular.otf";
    private static final float SIZE = 13;

    private ContactSheetFont() {}

    /**
     * Loads the font; returns empty on a machine where Java cannot draw text because the system has no font
     * configuration.
     */
    public static Optional<Font> load() throws IOException {
        try (InputStream in = ContactSheetFont.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException(RESOURCE + " is missing from the program; install it again");
            }
            return Optional.of(Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(SIZE));
        } catch (FontFormatException e) {
            throw new IOException(RESOURCE + " is broken; install the program again", e);
        } catch (InternalError | LinkageError e) {
            // Java throws this if fontconfig or freetype is not installed.
            return Optional.empty();
        }
    }

    /** Returns the font, or the system's font if this one lacks a character of the text. */
    static Font covering(String text, Font font) {
        return font.canDisplayUpTo(text) < 0 ? font : new Font(Font.SANS_SERIF, Font.PLAIN, (int) SIZE);
    }
}
