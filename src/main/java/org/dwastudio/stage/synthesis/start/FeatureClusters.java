package org.dwastudio.stage.synthesis.start;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.clustering.CentroidCluster;
import org.hipparchus.clustering.Clusterable;
import org.hipparchus.clustering.KMeansPlusPlusClusterer;
import org.hipparchus.clustering.distance.EuclideanDistance;
import org.hipparchus.random.Well19937c;

/** Clusters of images with similar features, the most representative images first. */
final class FeatureClusters {
    private static final int MOST_ROUNDS = 50;

    private FeatureClusters() {}

    /**
     * Finds clusters by k-means++ and orders all images: the one nearest to each cluster's center, the largest cluster
     * first; then the second nearest of each, and so on.
     *
     * @param rows features, [N][F], not empty
     * @param count of clusters; as many as there are rows when those are fewer
     * @param seed equal seeds give equal clusters
     * @return the N rows' places, each once
     */
    static int[] order(List<float[]> rows, int count, long seed) {
        List<Row> points = IntStream.range(0, rows.size())
                .mapToObj(place -> new Row(place, toDouble(rows.get(place))))
                .toList();
        List<CentroidCluster<Row>> clusters = new ArrayList<>(new KMeansPlusPlusClusterer<Row>(
                        Math.min(count, points.size()), MOST_ROUNDS, new EuclideanDistance(), new Well19937c(seed))
                .cluster(points));
        clusters.removeIf(cluster -> cluster.getPoints().isEmpty());
        clusters.sort(Comparator.comparingInt(
                        (CentroidCluster<Row> cluster) -> -cluster.getPoints().size())
                .thenComparingInt(cluster -> cluster.getPoints().get(0).place()));
        return interleaved(
                clusters.stream().map(FeatureClusters::fromCenterOutward).toList());
    }

    private static List<Row> fromCenterOutward(CentroidCluster<Row> cluster) {
        double[] center = cluster.getCenter().getPoint();
        EuclideanDistance distance = new EuclideanDistance();
        return cluster.getPoints().stream()
                .sorted(Comparator.comparingDouble((Row row) -> distance.compute(row.getPoint(), center))
                        .thenComparingInt(Row::place))
                .toList();
    }

    private static int[] interleaved(List<List<Row>> clusters) {
        int longest = clusters.stream().mapToInt(List::size).max().orElseThrow();
        return IntStream.range(0, longest)
                .boxed()
                .flatMap(rank -> clusters.stream()
                        .filter(cluster -> rank < cluster.size())
                        .map(cluster -> cluster.get(rank)))
                .mapToInt(Row::place)
                .toArray();
    }

    private static double[] toDouble(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    @SuppressWarnings("ArrayRecordComponent") // Compared by the clustering, point by point.
    private record Row(int place, double[] values) implements Clusterable {
        @Override
        public double[] getPoint() {
            return values;
        }
    }
}
