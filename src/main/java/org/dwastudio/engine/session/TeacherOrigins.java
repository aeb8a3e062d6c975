package org.dwastudio.engine.session;

import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.image.Normalization;
import org.dwastudio.teacher.TeacherOrigin;

/** What a dataset tells about weights that were trained on it. */
public final class TeacherOrigins {
    private TeacherOrigins() {}

    /** Its classes, its image size and its normalisation. */
    public static TeacherOrigin of(ImageDataset dataset) {
        Normalization normalization = dataset.normalization();
        return new TeacherOrigin(
                dataset.name(),
                dataset.classNames(),
                dataset.imageSize(),
                new ChannelNormalization(normalization.mean(), normalization.std()));
    }
}
