package org.dwastudio.weights.pickle;

import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;

/** Failure to read a pickle that names a class or function that its reader refuses. */
public final class ForbiddenGlobalException extends PickleException {
    private static final long serialVersionUID = 1L;

    private final transient PickledGlobal global;

    ForbiddenGlobalException(PickledGlobal global) {
        super(Message.of("pickle.names", PrintableText.name(global.qualifiedName())));
        this.global = global;
    }

    /** Returns the forbidden name. */
    public PickledGlobal global() {
        return global;
    }
}
