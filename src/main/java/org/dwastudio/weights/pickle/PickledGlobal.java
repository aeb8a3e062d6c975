package org.dwastudio.weights.pickle;

/** Name of a Python class, function or constant. */
public record PickledGlobal(String module, String name) {

    /** Returns the name in Python's notation, for example {@code collections.OrderedDict}. */
    public String qualifiedName() {
        return module + "." + name;
    }

    boolean is(String qualifiedName) {
        return qualifiedName().equals(qualifiedName);
    }
}
