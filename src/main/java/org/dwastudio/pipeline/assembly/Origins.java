package org.dwastudio.pipeline.assembly;

import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Normalization;
import org.dwastudio.network.TeacherOrigin;
import org.dwastudio.pipeline.StageException;

/** What a dataset tells about weights that were trained on it. */
final class Origins {
    private Origins() {}

    /**
     * Its classes, its image size and its normalisation: that of its configuration, else computed from all training
     * images.
     *
     * @throws StageException when the normalisation is for another number of channels
     */
    static TeacherOrigin of(ImageDataset dataset, DatasetConfig config) {
        ChannelNormalization normalization = config.normalization().orElseGet(() -> {
            Normalization computed = Normalization.of(dataset);
            return new ChannelNormalization(computed.mean(), computed.std());
        });
        int given = normalization.mean().size();
        if (given != dataset.channels() || normalization.std().size() != given) {
            throw new StageException("The normalisation has " + given + " means and "
                    + normalization.std().size() + " standard deviations, but the images of " + dataset.name()
                    + " have "
                    + dataset.channels() + " channels. Please give one of each for every channel.");
        }
        return new TeacherOrigin(dataset.name(), dataset.classNames(), dataset.imageSize(), normalization);
    }
}
