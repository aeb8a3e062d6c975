package org.dwastudio.weights.pickle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Object that Python would create by a call; the call is recorded and never made. Compared by identity. */
public final class PickledObject {
    private final PickledGlobal called;
    private final List<Object> arguments;
    private final Map<Object, Object> entries = new LinkedHashMap<>();
    private Object state = PickledNone.NONE;

    PickledObject(PickledGlobal called, List<Object> arguments) {
        this.called = called;
        this.arguments = arguments;
    }

    /** Returns the class or function. */
    public PickledGlobal called() {
        return called;
    }

    /** Returns the arguments of the call. */
    public List<Object> arguments() {
        return arguments;
    }

    /** Returns the state set after the call, mostly a map of attributes; {@link PickledNone} if there is none. */
    public Object state() {
        return state;
    }

    /** Returns the items set like those of a dictionary, as of Python's {@code defaultdict}; mostly empty. */
    public Map<Object, Object> entries() {
        return entries;
    }

    void give(Object newState) {
        state = newState;
    }
}
