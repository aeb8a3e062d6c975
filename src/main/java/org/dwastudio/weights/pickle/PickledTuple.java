package org.dwastudio.weights.pickle;

import java.util.List;

/** Tuple. Compared by identity: its items may contain it, and may be deeply nested. */
public final class PickledTuple {
    private final List<Object> items;

    PickledTuple(List<Object> items) {
        this.items = List.copyOf(items);
    }

    /** Returns the items. */
    public List<Object> items() {
        return items;
    }
}
