package org.dwastudio.stage.export;

import java.io.IOException;
import org.dwastudio.stage.export.format.ExportRequest;

/** Exports the pictures of a run. */
public final class Export {
    private Export() {}

    /**
     * Writes them beside the target, with their manifest, and moves all of it there.
     *
     * @param set the pictures of the request's run
     * @return the number of pictures
     * @throws IOException when the target cannot be used or a picture cannot be read, in words; nothing is left then
     */
    public static int write(DistilledSet set, ExportRequest request) throws IOException {
        ExportWriter writer = ExportWriter.of(request.format(), request.encoding());
        StagedDirectory.write(request.target(), folder -> {
            writer.write(set, folder);
            new Manifest(set, request.format(), writer).write(folder);
        });
        return set.pictures().size();
    }
}
