package org.dwastudio.metric;

import java.util.Collection;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dwastudio.metric.feature.EffectiveRank;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.metric.feature.GramMatrix;

/**
 * Diversity of the images of a class, measured on the teacher's penultimate features.
 *
 * @param withinClassCosine mean cosine of two images of a class, averaged over the classes with at least two; −1 to 1,
 *     lower is more diverse; empty if every class has one image only
 * @param vendiScore effective number of different images of a class (Friedman and Dieng, TMLR 2023), of features scaled
 *     to length 1, averaged over the classes; 1 to images per class, higher is more diverse
 * @param effectiveRank {@link EffectiveRank} of the features of a class, averaged over the classes; 1 to images per
 *     class, higher is more diverse
 */
public record FeatureDiversity(OptionalDouble withinClassCosine, double vendiScore, double effectiveRank) {

    /**
     * Measures one set of images.
     *
     * @param features [N, features], row by row; a NaN value makes all measures NaN
     * @param labels the N classes of the rows, in any order
     * @throws IllegalArgumentException if there are no rows, or the features do not divide into as many rows as labels
     */
    public static FeatureDiversity of(float[] features, int... labels) {
        if (labels.length == 0 || features.length == 0 || features.length % labels.length != 0) {
            throw new IllegalArgumentException(
                    features.length + " numbers are no features of " + labels.length + " images");
        }
        Collection<FeatureMatrix> classes =
                classes(new FeatureMatrix(labels.length, features.length / labels.length, features), labels);
        double cosines = 0;
        int pairedClasses = 0;
        double scores = 0;
        double ranks = 0;
        VendiScore vendi = new VendiScore();
        for (FeatureMatrix rows : classes) {
            GramMatrix gram = GramMatrix.of(rows.unitRows());
            scores += vendi.of(gram);
            ranks += EffectiveRank.of(rows);
            if (rows.rows() > 1) {
                cosines += gram.meanOffDiagonal();
                pairedClasses++;
            }
        }
        OptionalDouble cosine =
                pairedClasses == 0 ? OptionalDouble.empty() : OptionalDouble.of(cosines / pairedClasses);
        return new FeatureDiversity(cosine, scores / classes.size(), ranks / classes.size());
    }

    /** Returns the rows of each class, in the order of the classes. */
    private static Collection<FeatureMatrix> classes(FeatureMatrix features, int... labels) {
        return IntStream.range(0, labels.length)
                .boxed()
                .collect(Collectors.groupingBy(
                        row -> labels[row],
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                rows -> features.select(rows.stream()
                                        .mapToInt(Integer::intValue)
                                        .toArray()))))
                .values();
    }
}
