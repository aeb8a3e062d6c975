package org.dwastudio.engine.service;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dwastudio.engine.ClassProbability;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.Normalization;
import org.dwastudio.teacher.Teacher;

/** Predictions of an unadjusted teacher. */
public final class TeacherPrediction {
    /** Images of one forward pass: it needs memory for the activations of all of them. */
    private static final int TOGETHER = 8;

    private TeacherPrediction() {}

    /** Returns the probabilities of all classes for one image, the most probable first. */
    public static List<ClassProbability> of(Teacher teacher, ImageBatch image, NDManager parent) {
        return ofAll(teacher, image, parent).get(0);
    }

    /** Returns the probabilities of all classes for every image, the most probable first; a few images at a time. */
    static List<List<ClassProbability>> ofAll(Teacher teacher, ImageBatch images, NDManager parent) {
        List<List<ClassProbability>> predictions = new ArrayList<>();
        for (int from = 0; from < images.count(); from += TOGETHER) {
            predictions.addAll(together(teacher, part(images, from), parent));
        }
        return predictions;
    }

    private static ImageBatch part(ImageBatch images, int from) {
        int count = Math.min(TOGETHER, images.count() - from);
        int size = images.height() * images.width() * images.channels();
        byte[] bytes = Arrays.copyOfRange(images.bytes(), from * size, (from + count) * size);
        return new ImageBatch(count, images.height(), images.width(), images.channels(), bytes);
    }

    private static List<List<ClassProbability>> together(Teacher teacher, ImageBatch images, NDManager parent) {
        Normalization normalization = teacher.metadata().normalization();
        try (NDManager scope = parent.newSubManager()) {
            NDArray pixels =
                    normalization.toTensor(scope, images, teacher.network().dataType());
            float[] probabilities = teacher.network().logits(pixels).softmax(1).toFloatArray();
            int classes = probabilities.length / images.count();
            return IntStream.range(0, images.count())
                    .mapToObj(image ->
                            sorted(teacher, Arrays.copyOfRange(probabilities, image * classes, (image + 1) * classes)))
                    .toList();
        }
    }

    private static List<ClassProbability> sorted(Teacher teacher, float... probabilities) {
        return IntStream.range(0, probabilities.length)
                .mapToObj(label -> new ClassProbability(
                        label, teacher.metadata().classNames().get(label), probabilities[label]))
                .sorted(Comparator.comparingDouble(ClassProbability::probability)
                        .reversed())
                .toList();
    }
}
