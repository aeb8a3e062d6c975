package org.dwastudio.ui.inspector;

import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.image.ImageBatch;

/**
 * Real image that resembles a distilled one.
 *
 * @param image exactly one image
 * @param index its number among the training images, from 0
 * @param name its file, or its number in the dataset
 * @param file its file; empty if the dataset has no file per image
 * @param value cosine of the features, −1 to 1, or root mean square difference of the pixels, 0 to 255
 * @param isStart whether the distilled image started from it
 */
public record RealImage(ImageBatch image, int index, String name, Optional<Path> file, double value, boolean isStart) {}
