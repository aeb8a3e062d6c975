package org.dwastudio.weights.pickle;

/** A pickle names a class or function that its reader does not expect. */
public final class ForbiddenGlobalException extends PickleException {
    private static final long serialVersionUID = 1L;

    private final transient PickledGlobal global;

    ForbiddenGlobalException(PickledGlobal global) {
        super("it names " + global.qualifiedName());
        this.global = global;
    }

    /** What it named. */
    public PickledGlobal global() {
        return global;
    }
}
