package org.dwastudio.weights.pickle;

import java.util.List;

/** What Python would make by calling something: the call itself, never made. Compared by identity. */
public final class PickledObject {
    private final PickledGlobal called;
    private final List<Object> arguments;
    private Object state = PickledNone.NONE;

    PickledObject(PickledGlobal called, List<Object> arguments) {
        this.called = called;
        this.arguments = arguments;
    }

    /** The class or function. */
    public PickledGlobal called() {
        return called;
    }

    /** What it would be called with. */
    public List<Object> arguments() {
        return arguments;
    }

    /** What the object would be given afterwards, mostly a map of its attributes; {@link PickledNone} if nothing. */
    public Object state() {
        return state;
    }

    void give(Object newState) {
        state = newState;
    }
}
