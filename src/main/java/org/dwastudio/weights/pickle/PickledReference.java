package org.dwastudio.weights.pickle;

/** Identifier of an object stored outside of the pickle. Compared by identity. */
public final class PickledReference {
    private final Object id;

    PickledReference(Object id) {
        this.id = id;
    }

    /** Returns the identifier, a {@link PickledTuple} for PyTorch's storages. */
    public Object id() {
        return id;
    }
}
