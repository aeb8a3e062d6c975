package org.dwastudio.ui.fx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunEvent.ImagesChanged;
import org.dwastudio.event.RunEvent.LossMeasured;
import org.dwastudio.event.RunEvent.MetricPoint;
import org.dwastudio.event.RunEvent.SnapshotTaken;
import org.dwastudio.event.RunEvent.StageFinished;
import org.dwastudio.event.RunListener;

/**
 * Queue from the engine thread to the JavaFX thread. The engine adds events; the window drains all of them, in order,
 * at its own rate. Images of a running column wait in one slot per column, where newer ones replace older ones; snapshots
 * are left out; all other events are kept. The lock is held for a few assignments only, so that neither side waits for the other's work.
 */
public final class FxEventBridge implements RunListener {
    /** Slot for the images of a running column; a column of many classes arrives in slices. */
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
        if (event instanceof SnapshotTaken) {
            // The time line reads them from the run folder when it needs them.
            return;
        }
        if (event instanceof LossMeasured loss) {
            runningColumns.add(loss.column());
        } else if (event instanceof StageFinished) {
            runningColumns.clear();
        }
        keep(event);
    }

    /**
     * Returns true if a slot is empty: one image update may wait per column, so that alternating columns are all shown.
     */
    @Override
    public synchronized boolean wantsImages() {
        return newest.size() < Math.max(1, runningColumns.size());
    }

    /** Returns all events since the last call in their order; images of running columns come last, newest only. */
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

    /**
     * Returns the newest images of running columns; returns all events if others than measurements and progress are
     * waiting.
     */
    public List<RunEvent> drainImages() {
        synchronized (this) {
            if (onlyMeasurementsKept) {
                List<RunEvent> running = List.copyOf(newest.values());
                newest = new LinkedHashMap<>();
                return running;
            }
        }
        return drain();
    }

    private void keep(RunEvent event) {
        kept.add(event);
        onlyMeasurementsKept &=
                event instanceof LossMeasured || event instanceof MetricPoint || event instanceof RunEvent.Progress;
    }

    private void takeImages(ImagesChanged images) {
        Slot slot = new Slot(images.column(), images.firstClass());
        if (images.state() == ColumnState.RUNNING) {
            runningColumns.add(images.column());
            newest.put(slot, images);
            return;
        }
        // The images in the slot are older than these and must not follow them.
        newest.remove(slot);
        if (images.state() == ColumnState.FINISHED) {
            runningColumns.remove(images.column());
        }
        keep(images);
    }
}
