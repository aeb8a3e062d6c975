package org.dwastudio.run;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Text whose lines are cut at a length, because parsers of lines hold a whole one in memory. */
final class ShortLines extends FilterReader {
    private final int longest;
    private int length;

    /**
     * Creates a reader.
     *
     * @param text the text; closed with this
     * @param longest characters of a line that are passed on
     */
    ShortLines(Reader text, int longest) {
        super(text);
        this.longest = longest;
    }

    @Override
    public int read() throws IOException {
        int letter = super.read();
        while (letter >= 0 && !isKept((char) letter)) {
            letter = super.read();
        }
        return letter;
    }

    @Override
    public int read(char[] letters, int offset, int count) throws IOException {
        int kept = 0;
        while (kept == 0 && count > 0) {
            int read = super.read(letters, offset, count);
            if (read < 0) {
                return read;
            }
            for (int i = offset; i < offset + read; i++) {
                if (isKept(letters[i])) {
                    letters[offset + kept++] = letters[i];
                }
            }
        }
        return kept;
    }

    private boolean isKept(char letter) {
        length = letter == '\n' || letter == '\r' ? 0 : Math.min(length, longest) + 1;
        return length <= longest;
    }
}
