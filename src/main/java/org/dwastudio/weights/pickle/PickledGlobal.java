package org.dwastudio.weights.pickle;

/** The name of a Python class, function or constant. */
public record PickledGlobal(String module, String name) {

    /** As Python writes it, for example {@code collections.OrderedDict}. */
    public String qualifiedName() {
        return module + "." + name;
    }

    boolean is(String qualifiedName) {
        return qualifiedName().equals(qualifiedName);
    }
}
