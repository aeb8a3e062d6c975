package org.dwastudio.stage.inspection;

import org.dwastudio.image.ImageBatch;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.teacher.TeacherFingerprint;
import org.dwastudio.train.TestSetEvaluator;

/**
 * Facts about the features of a teacher, read once on the engine thread.
 *
 * @param fingerprint identifier of the weights
 * @param conversion network and normalization, on which the features depend too
 * @param columns number of features of an image
 * @param batchSize number of images that are computed at once
 */
public record FeatureModel(String fingerprint, String conversion, int columns, int batchSize) {

    /** Reads the facts of a teacher; computes the features of one image. */
    public static FeatureModel of(Teacher teacher, TeacherFeatures features) {
        int size = teacher.network().config().imageSize();
        int channels = teacher.network().config().channels();
        ImageBatch black = new ImageBatch(1, size, size, channels, new byte[size * size * channels]);
        return new FeatureModel(
                TeacherFingerprint.of(teacher.network()),
                teacher.network().config() + " " + teacher.metadata().normalization(),
                features.of(black).length,
                TestSetEvaluator.batchSize(size));
    }
}
