package org.dwastudio.ui.synthesis;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Map<ClassSort, ObjectProperty<List<Double>>> figures = new EnumMap<>(ClassSort.class);
    private final ReadOnlyObjectWrapper<List<Integer>> rows = new ReadOnlyObjectWrapper<>(this, "rows", List.of());

    ShownClasses() {
        visible.subscribe((old, now) -> update());
        sort.subscribe((old, now) -> update());
        for (ClassSort figure : ClassSort.values()) {
            ObjectProperty<List<Double>> property = new SimpleObjectProperty<>(this, figure.name(), List.of());
            property.subscribe((old, now) -> update());
            figures.put(figure, property);
        }
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

    /** Returns the figures of all classes of the shown run by which rows are sorted, the least first; empty if not known. */
    public ObjectProperty<List<Double>> figuresProperty(ClassSort figure) {
        return Objects.requireNonNull(figures.get(figure));
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
            case ACCURACY, DIVERSITY -> Comparator.comparing(this::figureOf).thenComparing(byLabel);
        };
    }

    /** Classes without a figure come last. */
    private double figureOf(int label) {
        List<Double> known = figuresProperty(sort.get()).get();
        return label < known.size() ? known.get(label) : Double.NaN;
    }
}
