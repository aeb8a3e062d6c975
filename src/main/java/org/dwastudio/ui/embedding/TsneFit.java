package org.dwastudio.ui.embedding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.metric.embedding.Embedding;
import org.dwastudio.metric.embedding.Plane;
import org.dwastudio.metric.embedding.Tsne;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.ui.realimage.SliceFeatures;
import org.dwastudio.ui.synthesis.ColumnSlice;

/**
 * t-SNE of real and distilled images. The map is frozen while the time line moves: it shows the images of its
 * iterations.
 *
 * @param real places of the real images of the map of principal components
 * @param distilled places of the distilled images
 * @param iterations iterations of the distilled images
 */
public record TsneFit(Plane real, Map<ColumnSlice, Plane> distilled, Map<ColumnSlice, Integer> iterations) {
    public TsneFit {
        distilled = Map.copyOf(distilled);
        iterations = Map.copyOf(iterations);
    }

    /**
     * Fits a map; takes seconds to minutes. More distilled images than {@link Tsne#MOST_POINTS} leaves room for are
     * left out.
     *
     * @throws IllegalArgumentException if there are too few images
     * @throws java.util.concurrent.CancellationException if the token is canceled
     */
    static TsneFit of(
            FeatureMap map, Map<ColumnSlice, SliceFeatures> shown, ProgressListener progress, CancellationToken token) {
        FeatureMatrix real = map.sample().features();
        List<ColumnSlice> slices = chosen(real.rows(), shown);
        List<FeatureMatrix> together = new ArrayList<>(List.of(real));
        slices.forEach(slice -> together.add(of(shown, slice).features()));
        Embedding embedding = Tsne.STANDARD.embed(FeatureMatrix.joined(together), progress, token);
        Map<ColumnSlice, Plane> distilled = new HashMap<>();
        Map<ColumnSlice, Integer> iterations = new HashMap<>();
        int from = real.rows();
        for (ColumnSlice slice : slices) {
            int rows = of(shown, slice).features().rows();
            distilled.put(slice, part(embedding.points(), from, rows));
            iterations.put(slice, of(shown, slice).iteration());
            from += rows;
        }
        return new TsneFit(part(embedding.points(), 0, real.rows()), distilled, iterations);
    }

    /** Returns the slices that there is room for. */
    static List<ColumnSlice> chosen(int real, Map<ColumnSlice, SliceFeatures> shown) {
        List<ColumnSlice> slices = new ArrayList<>();
        int count = real;
        for (ColumnSlice slice :
                shown.keySet().stream().sorted(TsneFit::inOrder).toList()) {
            int rows = of(shown, slice).features().rows();
            if (count + rows <= Tsne.MOST_POINTS) {
                slices.add(slice);
                count += rows;
            }
        }
        return slices;
    }

    /** Returns true if the fitted images are the given ones, except those that there is no room for. */
    boolean isOf(Map<ColumnSlice, SliceFeatures> shown) {
        return chosen(real.x().length, shown).stream()
                .allMatch(slice ->
                        Objects.equals(iterations.get(slice), of(shown, slice).iteration()));
    }

    private static SliceFeatures of(Map<ColumnSlice, SliceFeatures> shown, ColumnSlice slice) {
        return Objects.requireNonNull(shown.get(slice));
    }

    private static int inOrder(ColumnSlice one, ColumnSlice other) {
        int byColumn = Integer.compare(one.column(), other.column());
        return byColumn != 0 ? byColumn : Integer.compare(one.firstClass(), other.firstClass());
    }

    private static Plane part(Plane all, int from, int count) {
        return new Plane(
                Arrays.copyOfRange(all.x(), from, from + count), Arrays.copyOfRange(all.y(), from, from + count));
    }
}
