package org.dwastudio.stage.export;

import java.io.IOException;
import org.dwastudio.stage.export.format.ExportRequest;

/** Export of a run's images. */
public final class Export {
    private Export() {}

    /**
     * Writes the images and their manifest next to the target, then moves all of it into place.
     *
     * @param set images of the request's run
     * @return the number of images
     * @throws IOException if the target cannot be used or an image cannot be read, with a message for the user; nothing
     *     is left then
     */
    public static int write(DistilledSet set, ExportRequest request) throws IOException {
        ExportWriter writer = ExportWriter.of(request.format(), request.encoding());
        StagedDirectory.write(request.target(), folder -> {
            writer.write(set, folder);
            new Manifest(set, request.format(), writer).write(folder);
        });
        return set.images().size();
    }
}
