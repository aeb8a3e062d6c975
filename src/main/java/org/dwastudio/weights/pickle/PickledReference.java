package org.dwastudio.weights.pickle;

/** Something kept outside of the pickle, by what identifies it there. Compared by identity. */
public final class PickledReference {
    private final Object id;

    PickledReference(Object id) {
        this.id = id;
    }

    /** What identifies it, for PyTorch's storages a {@link PickledTuple}. */
    public Object id() {
        return id;
    }
}
