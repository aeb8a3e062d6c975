package org.dwastudio.artifact;

import java.awt.Font;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.dwastudio.event.RunEvent;

/** The pictures of a run on their way to disk, and the contact sheet of what has arrived there. */
final class RecordedImages {
    private final RunDirectory directory;
    private final List<String> classNames;
    private final ImageStore store;
    // Loaded early: Java refuses to load a font once the program is ending, and Ctrl-C must still leave a sheet. Loaded
    // beside the run: it takes a while, and the first picture should not wait for it.
    private final CompletableFuture<Optional<Font>> font = CompletableFuture.supplyAsync(RecordedImages::loadFont);

    RecordedImages(RunDirectory directory, List<String> classNames, int imagesPerClass) {
        this.directory = directory;
        this.classNames = classNames;
        this.store = new ImageStore(directory.images(), classNames, imagesPerClass);
    }

    void write(RunEvent.ImagesChanged changed) throws IOException {
        store.write(changed.column(), changed.firstClass(), changed.pictures());
    }

    /** Draws the sheet anew; without pictures there is none. */
    void drawContactSheet() throws IOException {
        StoredImages stored = StoredImages.in(directory);
        if (stored.count() > 0) {
            PngFile.write(new ContactSheet(stored, classNames, awaitFont()).draw(), directory.contactSheet());
        }
    }

    private Optional<Font> awaitFont() throws IOException {
        try {
            return font.join();
        } catch (CompletionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        }
    }

    private static Optional<Font> loadFont() {
        try {
            return SheetFont.load();
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }
}
