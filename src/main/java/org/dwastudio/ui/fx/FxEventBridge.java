package org.dwastudio.ui.fx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunEvent.ImagesChanged;
import org.dwastudio.event.RunEvent.MetricPoint;
import org.dwastudio.event.RunEvent.StageFinished;
import org.dwastudio.event.RunListener;

/**
 * The one door between engine thread and JavaFX thread. The engine puts events in; the window takes out all there are,
 * in order, at its own pace. Pictures of a running column wait in one slot a column, where newer ones replace older
 * ones; everything else is kept. The lock is held for a few assignments only, so that neither side waits for the other's
 * work.
 */
public final class FxEventBridge implements RunListener {
    /** Where pictures of a running column wait; a column of many classes comes in slices. */
    private record Slot(int column, int firstClass) {}

    private final Set<Integer> runningColumns = new HashSet<>();
    private List<RunEvent> kept = new ArrayList<>();
    private boolean onlyMeasurementsKept = true;
    private Map<Slot, ImagesChanged> newest = new LinkedHashMap<>();

    @Override
    public synchronized void onEvent(RunEvent event) {
        if (event instanceof ImagesChanged images) {
            takeImages(images);
            return;
        }
        if (event instanceof MetricPoint point && point.metric() == Metric.TOTAL_LOSS) {
            runningColumns.add(point.column());
        } else if (event instanceof StageFinished) {
            runningColumns.clear();
        }
        keep(event);
    }

    /**
     * Whether a slot is empty: one picture update for every column that advances may wait, so that columns which take
     * turns are all seen.
     */
    @Override
    public synchronized boolean wantsImages() {
        return newest.size() < Math.max(1, runningColumns.size());
    }

    /** All events since the last call, in the order in which they happened; running pictures come last, newest only. */
    public List<RunEvent> drain() {
        List<RunEvent> events;
        Map<Slot, ImagesChanged> images;
        synchronized (this) {
            events = kept;
            images = newest;
            kept = new ArrayList<>();
            onlyMeasurementsKept = true;
            newest = new LinkedHashMap<>();
        }
        events.addAll(images.values());
        return events;
    }

    /** The pictures of running columns, newest only; everything, when more than measurements and progress waits. */
    public List<RunEvent> drainPictures() {
        synchronized (this) {
            if (onlyMeasurementsKept) {
                List<RunEvent> pictures = List.copyOf(newest.values());
                newest = new LinkedHashMap<>();
                return pictures;
            }
        }
        return drain();
    }

    private void keep(RunEvent event) {
        kept.add(event);
        onlyMeasurementsKept &= event instanceof MetricPoint || event instanceof RunEvent.Progress;
    }

    private void takeImages(ImagesChanged images) {
        Slot slot = new Slot(images.column(), images.firstClass());
        if (images.state() == ColumnState.RUNNING) {
            runningColumns.add(images.column());
            newest.put(slot, images);
            return;
        }
        // What waits in the slot is older than these and must not come after them.
        newest.remove(slot);
        if (images.state() == ColumnState.FINISHED) {
            runningColumns.remove(images.column());
        }
        keep(images);
    }
}
