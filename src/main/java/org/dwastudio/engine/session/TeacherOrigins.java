package org.dwastudio.engine.session;

import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.image.Normalization;
import org.dwastudio.teacher.TeacherOrigin;

/** Origins of teachers, derived from the dataset that their weights were trained on. */
public final class TeacherOrigins {
    private TeacherOrigins() {}

    /** Returns the name, classes, image size and normalization of a dataset. */
    public static TeacherOrigin of(ImageDataset dataset) {
        Normalization normalization = dataset.normalization();
        return new TeacherOrigin(
                dataset.name(),
                dataset.classNames(),
                dataset.imageSize(),
                new ChannelNormalization(normalization.mean(), normalization.std()));
    }
}
