package org.dwastudio.ui.synthesis;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Classes that the grid shows as rows, and their order; all of them after the classes of the run have changed. FX thread only. */
public final class ShownClasses {
    private final ReadOnlyObjectWrapper<List<String>> names = new ReadOnlyObjectWrapper<>(this, "names", List.of());
    private final ObjectProperty<Set<Integer>> visible = new SimpleObjectProperty<>(this, "visible", Set.of());
    private final ObjectProperty<ClassSort> sort = new SimpleObjectProperty<>(this, "sort", ClassSort.DATASET);
    private final ObjectProperty<List<Double>> accuracy = new SimpleObjectProperty<>(this, "accuracy", List.of());
    private final ReadOnlyObjectWrapper<List<Integer>> rows = new ReadOnlyObjectWrapper<>(this, "rows", List.of());

    ShownClasses() {
        visible.subscribe((old, now) -> update());
        sort.subscribe((old, now) -> update());
        accuracy.subscribe((old, now) -> update());
    }

    /** Returns the names of all classes, in label order. */
    public ReadOnlyObjectProperty<List<String>> namesProperty() {
        return names.getReadOnlyProperty();
    }

    /** Returns the labels of the classes to be shown. */
    public ObjectProperty<Set<Integer>> visibleProperty() {
        return visible;
    }

    /** Returns the order of the rows. */
    public ObjectProperty<ClassSort> sortProperty() {
        return sort;
    }

    /** Returns the accuracy of the students of the shown run on every class, 0 to 1; empty while it is not known. */
    public ObjectProperty<List<Double>> accuracyProperty() {
        return accuracy;
    }

    /** Returns the labels of the shown classes in the order of their rows. */
    public ReadOnlyObjectProperty<List<Integer>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** Returns true if no class is hidden. */
    public boolean areAll() {
        return rows.get().size() == names.get().size();
    }

    /** Shows all classes. */
    public void showAll() {
        visible.set(IntStream.range(0, names.get().size()).boxed().collect(Collectors.toSet()));
    }

    /** Shows a class that is hidden, or hides one that is shown. */
    public void toggle(int label) {
        Set<Integer> changed = new HashSet<>(visible.get());
        if (!changed.remove(label)) {
            changed.add(label);
        }
        visible.set(Set.copyOf(changed));
    }

    /** Sets the classes of the run. */
    void setNames(List<String> classNames) {
        if (!classNames.equals(names.get())) {
            names.set(List.copyOf(classNames));
            showAll();
            update();
        }
    }

    private void update() {
        rows.set(IntStream.range(0, names.get().size())
                .boxed()
                .filter(visible.get()::contains)
                .sorted(comparator())
                .toList());
    }

    private Comparator<Integer> comparator() {
        Comparator<Integer> byLabel = Comparator.naturalOrder();
        return switch (sort.get()) {
            case DATASET -> byLabel;
            case NAME ->
                Comparator.comparing((Integer label) -> names.get().get(label), String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(byLabel);
            case ACCURACY -> Comparator.comparing(this::accuracyOf).thenComparing(byLabel);
        };
    }

    /** Classes without an accuracy come last. */
    private double accuracyOf(int label) {
        return label < accuracy.get().size() ? accuracy.get().get(label) : Double.NaN;
    }
}
