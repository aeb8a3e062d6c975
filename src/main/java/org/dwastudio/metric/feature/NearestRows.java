package org.dwastudio.metric.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Search for the nearest rows of some queries. Rows are offered part by part, so that they need not fit into memory
 * together. Of equal distances the smaller identifier ranks first, in whatever order the rows are offered.
 */
public final class NearestRows {
    private static final int NOBODY = -1;

    private final FeatureMatrix queries;
    private final int[] own;
    private final int wanted;
    private final RowDistance distance;
    private final double[] distances;
    private final int[] ids;

    private NearestRows(FeatureMatrix queries, int wanted, RowDistance distance, int... own) {
        if (wanted < 1 || own.length != queries.rows()) {
            throw new IllegalArgumentException(
                    own.length + " identifiers and " + wanted + " neighbors of " + queries.rows() + " queries");
        }
        this.queries = distance.prepared(queries);
        this.own = own.clone();
        this.wanted = wanted;
        this.distance = distance;
        distances = new double[queries.rows() * wanted];
        ids = new int[queries.rows() * wanted];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        Arrays.fill(ids, NOBODY);
    }

    /**
     * Creates a search.
     *
     * @param wanted number of neighbors of each query, at least 1
     */
    public static NearestRows of(FeatureMatrix queries, int wanted, RowDistance distance) {
        int[] nobody = new int[queries.rows()];
        Arrays.fill(nobody, NOBODY);
        return new NearestRows(queries, wanted, distance, nobody);
    }

    /**
     * Creates a search for queries that are among the offered rows and are no neighbors of themselves.
     *
     * @param wanted number of neighbors of each query, at least 1
     * @param own identifier of each query
     */
    public static NearestRows ofOthers(FeatureMatrix queries, int wanted, RowDistance distance, int... own) {
        return new NearestRows(queries, wanted, distance, own);
    }

    /**
     * Compares all queries with some rows, on all processors. A distance that is NaN counts as infinite.
     *
     * @param identifiers identifier of each row, at least 0
     */
    public void offer(FeatureMatrix rows, int... identifiers) {
        if (rows.columns() != queries.columns() || identifiers.length != rows.rows()) {
            throw new IllegalArgumentException(identifiers.length + " identifiers and [" + rows.rows() + ", "
                    + rows.columns() + "] for queries of " + queries.columns() + " features");
        }
        FeatureMatrix prepared = distance.prepared(rows);
        IntStream.range(0, queries.rows()).parallel().forEach(query -> {
            for (int row = 0; row < prepared.rows(); row++) {
                if (identifiers[row] != own[query]) {
                    insert(query, distance.between(queries, query, prepared, row), identifiers[row]);
                }
            }
        });
    }

    private void insert(int query, double value, int id) {
        int first = query * wanted;
        int at = first + wanted - 1;
        if (!isBefore(value, id, at)) {
            return;
        }
        for (; at > first && isBefore(value, id, at - 1); at--) {
            distances[at] = distances[at - 1];
            ids[at] = ids[at - 1];
        }
        distances[at] = value;
        ids[at] = id;
    }

    private boolean isBefore(double value, int id, int at) {
        return value < distances[at] || (value == distances[at] && id < ids[at]);
    }

    /** Returns the neighbors of a query, the nearest first; fewer than wanted if fewer rows were offered. */
    public List<Neighbor> of(int query) {
        List<Neighbor> found = new ArrayList<>();
        for (int at = query * wanted; at < (query + 1) * wanted; at++) {
            if (ids[at] != NOBODY) {
                found.add(new Neighbor(ids[at], distances[at]));
            }
        }
        return found;
    }

    /** Returns the distance of every query to its nearest row; infinite if none was offered. */
    public double[] nearestDistances() {
        return IntStream.range(0, queries.rows())
                .mapToDouble(query -> distances[query * wanted])
                .toArray();
    }
}
