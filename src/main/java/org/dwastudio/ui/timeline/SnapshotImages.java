package org.dwastudio.ui.timeline;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.dwastudio.ui.synthesis.ColumnImages;
import org.dwastudio.ui.synthesis.ColumnSlice;

/**
 * Images of earlier iterations that are read without being shown.
 *
 * @param background executor that reads files
 */
public record SnapshotImages(Executor background) {

    /**
     * Reads the images of a run at an iteration; every column has its last snapshot that is not later. A failure to read
     * is that of the stage.
     */
    public CompletionStage<Map<ColumnSlice, ColumnImages>> at(Path folder, int iteration) {
        return SnapshotLoader.load(new SnapshotLoader.Question(folder, OptionalInt.of(iteration)), background)
                .thenApply(Moments::images);
    }
}
