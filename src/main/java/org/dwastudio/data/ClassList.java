package org.dwastudio.data;

import java.util.List;
import java.util.OptionalInt;

/**
 * Classes of a dataset, in label order.
 *
 * @param names names that are shown
 * @param folders names of the classes in the files, for example WordNet numbers; often the same
 */
public record ClassList(List<String> names, List<String> folders) {
    public ClassList {
        names = List.copyOf(names);
        folders = List.copyOf(folders);
        if (names.size() != folders.size()) {
            throw new IllegalArgumentException(names.size() + " names for " + folders.size() + " classes");
        }
    }

    /** Creates classes that are called in the files as they are shown. */
    public ClassList(List<String> names) {
        this(names, names);
    }

    public int count() {
        return names.size();
    }

    /** Returns the label of a class by its name, or by its name in the files. */
    public OptionalInt labelOf(String name) {
        int shown = names.indexOf(name);
        int label = shown < 0 ? folders.indexOf(name) : shown;
        return label < 0 ? OptionalInt.empty() : OptionalInt.of(label);
    }

    /** Returns some of the classes. */
    public ClassList only(List<Integer> labels) {
        return new ClassList(
                labels.stream().map(names::get).toList(),
                labels.stream().map(folders::get).toList());
    }
}
