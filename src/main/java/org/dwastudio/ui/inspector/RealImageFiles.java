package org.dwastudio.ui.inspector;

import java.nio.file.Path;
import java.util.Map;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.ui.desktop.FileReveal;
import org.dwastudio.ui.fx.BackgroundTask;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;

/** Files of real images: shown in the file manager, or saved as a copy, in the background. FX thread only. */
public final class RealImageFiles {
    private final FileReveal reveal;
    private final Notices notices;
    private final Threads threads;

    public RealImageFiles(FileReveal reveal, Notices notices, Threads threads) {
        this.reveal = reveal;
        this.notices = notices;
        this.threads = threads;
    }

    /** Shows the file of an image, if it has one, in the file manager. */
    public void open(RealImage image) {
        image.file().ifPresent(file -> BackgroundTask.of(() -> {
                    reveal.reveal(file);
                    return file;
                })
                .onFailure(failure -> notices.add(Notice.failed("notice.cannotOpen", "", file.toString())))
                .start(threads));
    }

    /** Saves an image as a PNG file, which is replaced if it exists. */
    public void save(ImageBatch image, Path target) {
        BackgroundTask.of(() -> {
                    PngFile.write(image, 0, target, Map.of());
                    return target;
                })
                .onSuccess(saved -> notices.add(Notice.done("notice.saved", saved.toString())))
                .onFailure(failure -> notices.addFailure("tile.failed", failure))
                .start(threads);
    }
}
