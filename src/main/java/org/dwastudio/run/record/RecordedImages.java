package org.dwastudio.run.record;

import java.awt.Font;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.event.RunEvent;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.image.sheet.ContactSheetFont;
import org.dwastudio.run.ImageOrigin;
import org.dwastudio.run.ImageStore;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.StoredImages;

/** Images of a run to be written to disk, and the contact sheet of those written. */
public final class RecordedImages {
    private final RunDirectory directory;
    private final List<String> classNames;
    private final ImageStore store;
    private final Optional<Font> font;

    public RecordedImages(RunDirectory directory, List<String> classNames, int imagesPerClass) throws IOException {
        this.directory = directory;
        this.classNames = classNames;
        this.store = new ImageStore(directory.images(), classNames, imagesPerClass);
        // Loaded in advance: Java loads no font while the program is shutting down, and Ctrl-C must still leave a
        // sheet.
        this.font = ContactSheetFont.load();
    }

    public void write(RunEvent.ImagesChanged changed, Experiment experiment) throws IOException {
        store.write(changed.column(), changed.firstClass(), changed.images(), experiment);
    }

    /** Redraws the sheet; without images there is none. */
    public void drawContactSheet(Experiment experiment) throws IOException {
        StoredImages stored = StoredImages.in(directory);
        if (stored.count() > 0) {
            PngFile.write(
                    new ContactSheet(stored, classNames, font).draw(),
                    directory.contactSheet(),
                    ImageOrigin.of(experiment).texts());
        }
    }
}
