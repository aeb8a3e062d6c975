package org.dwastudio.artifact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.dwastudio.config.Experiment;

/** The origin of all pictures of a column, as their PNG files say it: the experiment is written and compressed once. */
final class ColumnOrigin {
    private final Experiment experiment;
    private final int column;
    private final byte[] shared;

    ColumnOrigin(Experiment experiment, int column) throws IOException {
        this.experiment = experiment;
        this.column = column;
        shared = PngText.chunks(PictureOrigin.of(experiment).experimentText());
    }

    /** The chunks of one picture: the same as those of its {@link PictureOrigin}. */
    byte[] of(int label, String className) throws IOException {
        Map<String, String> own =
                PictureOrigin.at(experiment, label, className, column).placeText();
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        chunks.writeBytes(PngText.chunks(own));
        chunks.writeBytes(shared);
        return chunks.toByteArray();
    }
}
