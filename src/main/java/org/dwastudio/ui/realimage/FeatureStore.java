package org.dwastudio.ui.realimage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.ui.synthesis.ColumnSlice;

/** Features that were computed before, so that a time line can be moved back and forth. Holds the newest 64 MB. */
final class FeatureStore {
    private static final long MOST_VALUES = 1L << 24;

    private final Map<Key, FeatureMatrix> known = new LinkedHashMap<>();
    private long values;

    private record Key(ColumnSlice slice, int iteration) {}

    Optional<SliceFeatures> get(ColumnSlice slice, int iteration) {
        return Optional.ofNullable(known.get(new Key(slice, iteration)))
                .map(features -> new SliceFeatures(iteration, features));
    }

    void put(ColumnSlice slice, SliceFeatures added) {
        Key key = new Key(slice, added.iteration());
        Optional.ofNullable(known.remove(key)).ifPresent(old -> values -= old.values().length);
        known.put(key, added.features());
        values += added.features().values().length;
        var oldest = known.entrySet().iterator();
        while (values > MOST_VALUES && known.size() > 1) {
            values -= oldest.next().getValue().values().length;
            oldest.remove();
        }
    }

    void clear() {
        known.clear();
        values = 0;
    }
}
