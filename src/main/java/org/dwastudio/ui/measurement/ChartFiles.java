package org.dwastudio.ui.measurement;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.ui.fx.BackgroundTask;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;

/** Writer of charts to files, in the background. FX thread only. */
public record ChartFiles(Threads threads, Notices notices) {

    /** Writes the image of a chart as PNG. */
    public void writeImage(ImageBatch image, Path file) {
        write(file, () -> PngFile.write(image, 0, file, Map.of()));
    }

    /** Writes the points of a chart as CSV. */
    public void writeTable(String csv, Path file) {
        write(file, () -> AtomicFile.write(file, csv.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes a chart as SVG. */
    public void writeVector(String svg, Path file) {
        write(file, () -> AtomicFile.write(file, svg.getBytes(StandardCharsets.UTF_8)));
    }

    private void write(Path file, Writing writing) {
        BackgroundTask.of(() -> {
                    writing.run();
                    return file;
                })
                .onSuccess(written -> notices.add(Notice.done("notice.saved", written.toString())))
                .onFailure(failure -> notices.addFailure("chart.failed", failure))
                .start(threads);
    }

    private interface Writing {
        void run() throws Exception;
    }
}
