package org.dwastudio.engine.service;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dwastudio.engine.ClassProbability;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.Normalization;
import org.dwastudio.teacher.Teacher;

/** Prediction of an unadjusted teacher for an image. */
public final class TeacherPrediction {
    private TeacherPrediction() {}

    /** Returns the probabilities of all classes, the most probable first. */
    public static List<ClassProbability> of(Teacher teacher, ImageBatch image, NDManager parent) {
        Normalization normalization = teacher.metadata().normalization();
        try (NDManager scope = parent.newSubManager()) {
            NDArray pixels =
                    normalization.toTensor(scope, image, teacher.network().dataType());
            float[] probabilities = teacher.network().logits(pixels).softmax(1).toFloatArray();
            List<ClassProbability> opinion = new ArrayList<>();
            for (int label = 0; label < probabilities.length; label++) {
                opinion.add(new ClassProbability(
                        label, teacher.metadata().classNames().get(label), probabilities[label]));
            }
            opinion.sort(
                    Comparator.comparingDouble(ClassProbability::probability).reversed());
            return opinion;
        }
    }
}
