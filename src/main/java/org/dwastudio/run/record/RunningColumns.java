package org.dwastudio.run.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.RunEvent;

/** Newest images of every unfinished column, or slice of one, which are kept when the user stops a run. */
final class RunningColumns {
    private record Slice(int column, int firstClass) {}

    private final Map<Slice, RunEvent.ImagesChanged> newest = new LinkedHashMap<>();

    void changed(RunEvent.ImagesChanged event) {
        Slice slice = new Slice(event.column(), event.firstClass());
        if (event.state() == ColumnState.RUNNING) {
            newest.put(slice, event);
        } else {
            newest.remove(slice);
        }
    }

    List<RunEvent.ImagesChanged> newest() {
        return new ArrayList<>(newest.values());
    }
}
