package org.dwastudio.ui.guide;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** View model of the user guide: the open page and the history to go back. FX thread only. */
public final class GuideViewModel {
    /** Pages in reading order; their titles are texts of the window. */
    static final List<String> PAGES = List.of(
            "index",
            "first-set",
            "parameters",
            "own-data",
            "exploring",
            "reading",
            "sweeps",
            "managers",
            "keyboard",
            "troubleshooting");

    private final ReadOnlyObjectWrapper<GuidePage> page = new ReadOnlyObjectWrapper<>(named("index"));
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final Deque<GuidePage> before = new ArrayDeque<>();

    /** Returns the page of the guide with a name from {@link #PAGES}. */
    static GuidePage named(String name) {
        return new GuidePage("/docs/guide/" + name + ".md");
    }

    ReadOnlyObjectProperty<GuidePage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    void open(GuidePage next) {
        if (!next.equals(page.get())) {
            before.push(page.get());
            show(next);
        }
    }

    void goBack() {
        if (!before.isEmpty()) {
            show(before.pop());
        }
    }

    private void show(GuidePage next) {
        page.set(next);
        canGoBack.set(!before.isEmpty());
    }
}
