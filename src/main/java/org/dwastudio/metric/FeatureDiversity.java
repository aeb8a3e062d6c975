package org.dwastudio.metric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Diversity of the images of a class, measured on the teacher's penultimate features, scaled to length 1.
 *
 * @param withinClassCosine mean cosine of two images of a class, averaged over the classes with at least two; −1 to 1,
 *     lower is more diverse; empty if every class has one image only
 * @param vendiScore effective number of different images of a class (Friedman and Dieng, TMLR 2023), averaged over the
 *     classes; 1 to images per class, higher is more diverse
 */
public record FeatureDiversity(OptionalDouble withinClassCosine, double vendiScore) {

    /**
     * Measures one set of images. Takes about 2 ms for 100 classes of 10 images with 512 features.
     *
     * @param features [N, features], row by row; a NaN value makes both measures NaN
     * @param labels the N classes of the rows, in any order
     * @throws IllegalArgumentException if there are no rows, or the features do not divide into as many rows as labels
     */
    public static FeatureDiversity of(float[] features, int... labels) {
        if (labels.length == 0 || features.length == 0 || features.length % labels.length != 0) {
            throw new IllegalArgumentException(
                    features.length + " numbers are no features of " + labels.length + " images");
        }
        Collection<List<float[]>> classes = unitRows(features, labels);
        double cosines = 0;
        int pairedClasses = 0;
        double scores = 0;
        VendiScore vendi = new VendiScore();
        for (List<float[]> rows : classes) {
            GramMatrix gram = GramMatrix.of(rows);
            scores += vendi.of(gram);
            if (rows.size() > 1) {
                cosines += gram.meanOffDiagonal();
                pairedClasses++;
            }
        }
        OptionalDouble cosine =
                pairedClasses == 0 ? OptionalDouble.empty() : OptionalDouble.of(cosines / pairedClasses);
        return new FeatureDiversity(cosine, scores / classes.size());
    }

    private static Collection<List<float[]>> unitRows(float[] features, int... labels) {
        int length = features.length / labels.length;
        Map<Integer, List<float[]>> classes = new TreeMap<>();
        for (int row = 0; row < labels.length; row++) {
            classes.computeIfAbsent(labels[row], label -> new ArrayList<>()).add(unit(features, row * length, length));
        }
        return classes.values();
    }

    private static float[] unit(float[] features, int from, int length) {
        double squares = 0;
        for (int i = from; i < from + length; i++) {
            squares += (double) features[i] * features[i];
        }
        float[] unit = new float[length];
        // A row of zeros has no direction and stays zero: its cosine with every other is zero.
        double scale = squares == 0 ? 0 : 1 / Math.sqrt(squares);
        for (int i = 0; i < length; i++) {
            unit[i] = (float) (features[from + i] * scale);
        }
        return unit;
    }
}
