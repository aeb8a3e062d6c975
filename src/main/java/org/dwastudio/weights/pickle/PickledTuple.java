package org.dwastudio.weights.pickle;

import java.util.List;

/** A tuple. Compared by identity: what it holds may hold it, and may be deep. */
public final class PickledTuple {
    private final List<Object> items;

    PickledTuple(List<Object> items) {
        this.items = List.copyOf(items);
    }

    /** What is in it. */
    public List<Object> items() {
        return items;
    }
}
