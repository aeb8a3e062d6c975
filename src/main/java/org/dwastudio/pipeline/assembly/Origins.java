package org.dwastudio.pipeline.assembly;

import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Normalization;
import org.dwastudio.network.TeacherOrigin;

/** What a dataset tells about weights that were trained on it. */
final class Origins {
    private Origins() {}

    /** Its classes, its image size and its normalisation. */
    static TeacherOrigin of(ImageDataset dataset) {
        Normalization normalization = dataset.normalization();
        return new TeacherOrigin(
                dataset.name(),
                dataset.classNames(),
                dataset.imageSize(),
                new ChannelNormalization(normalization.mean(), normalization.std()));
    }
}
