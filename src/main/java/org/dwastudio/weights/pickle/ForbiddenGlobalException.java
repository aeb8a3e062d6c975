package org.dwastudio.weights.pickle;

/** Failure to read a pickle that names a class or function its reader does not allow. */
public final class ForbiddenGlobalException extends PickleException {
    private static final long serialVersionUID = 1L;

    private final transient PickledGlobal global;

    ForbiddenGlobalException(PickledGlobal global) {
        super("it names " + global.qualifiedName());
        this.global = global;
    }

    /** Returns the forbidden name. */
    public PickledGlobal global() {
        return global;
    }
}
