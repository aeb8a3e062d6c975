package org.dwastudio.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.dwastudio.config.Experiment;
import org.dwastudio.image.codec.PngText;

/** Provenance texts of a column's images: the experiment is serialized and compressed once. */
final class ColumnOrigin {
    private final Experiment experiment;
    private final int column;
    private final byte[] shared;

    ColumnOrigin(Experiment experiment, int column) throws IOException {
        this.experiment = experiment;
        this.column = column;
        shared = PngText.chunks(ImageOrigin.of(experiment).experimentText());
    }

    /** Returns the chunks of one image, equal to those of its {@link ImageOrigin}. */
    byte[] of(int label, String className) throws IOException {
        Map<String, String> own =
                ImageOrigin.at(experiment, label, className, column).placeText();
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        chunks.writeBytes(PngText.chunks(own));
        chunks.writeBytes(shared);
        return chunks.toByteArray();
    }
}
