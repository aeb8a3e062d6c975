package org.dwastudio.teacher;

import java.util.List;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.config.network.NetworkConfig;

/**
 * Training images of weights that have no metadata.
 *
 * @param dataset name of the dataset
 * @param classNames class names in the order of the logits
 * @param imageSize height and width in pixels
 * @param normalization normalization of the images, one value per channel
 */
public record TeacherOrigin(
        String dataset, List<String> classNames, int imageSize, ChannelNormalization normalization) {
    public TeacherOrigin {
        classNames = List.copyOf(classNames);
    }

    /** Returns the network with these images' channels, classes and size. */
    NetworkConfig fitted(NetworkConfig network) {
        return new NetworkConfig(
                network.architecture(),
                network.width(),
                network.stem(),
                normalization.mean().size(),
                classNames.size(),
                imageSize);
    }
}
