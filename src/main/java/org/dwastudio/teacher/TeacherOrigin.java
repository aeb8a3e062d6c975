package org.dwastudio.teacher;

import java.util.List;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.config.NetworkConfig;

/**
 * What weights do not say about themselves: on which images they were trained.
 *
 * @param dataset its name
 * @param classNames in the order of the logits
 * @param imageSize height and width in pixels
 * @param normalization of the images, one value a channel
 */
public record TeacherOrigin(
        String dataset, List<String> classNames, int imageSize, ChannelNormalization normalization) {
    public TeacherOrigin {
        classNames = List.copyOf(classNames);
    }

    /** The same kind of network for these images. */
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
