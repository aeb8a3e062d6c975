package org.dwastudio.ui.embedding;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.realimage.ShownFeatures;
import org.dwastudio.ui.realimage.SliceFeatures;
import org.dwastudio.ui.synthesis.ColumnImages;
import org.dwastudio.ui.synthesis.ColumnSlice;
import org.dwastudio.ui.timeline.Moments;
import org.dwastudio.ui.timeline.SnapshotImages;
import org.dwastudio.ui.timeline.TimeLineViewModel;

/**
 * Search for the places of earlier images of a run that is over, one iteration after the other, so that its trails are
 * complete and its time line moves without waiting. Runs of more than {@value #MOST_IMAGES} images get the places that
 * the time line has shown. FX thread only.
 */
final class EarlierFeatures {
    static final int MOST_IMAGES = 2000;

    private final TimeLineViewModel timeLine;
    private final SnapshotImages snapshots;
    private final ShownFeatures features;
    private final EmbeddingViewModel map;
    private final ObservableValue<Boolean> idle;
    private final Executor fxExecutor;
    private final Deque<Integer> left = new ArrayDeque<>();
    private Optional<Moments> known = Optional.empty();
    private boolean asking;

    /** @param idle true while no run is active */
    EarlierFeatures(
            TimeLineViewModel timeLine,
            ShownFeatures features,
            EmbeddingViewModel map,
            ObservableValue<Boolean> idle,
            Threads threads) {
        this.timeLine = timeLine;
        snapshots = new SnapshotImages(threads.background());
        this.features = features;
        this.map = map;
        this.idle = idle;
        fxExecutor = threads.fx();
        timeLine.momentsProperty().subscribe(moments -> begin());
        map.mapProperty().subscribe(fitted -> begin());
        map.shownProperty().subscribe(shown -> begin());
        idle.subscribe(now -> begin());
    }

    private boolean isWanted() {
        return idle.getValue()
                && map.shownProperty().get()
                && map.mapProperty().get().value().isPresent();
    }

    /** Searches what is not known yet. */
    void begin() {
        Moments now = timeLine.momentsProperty().get();
        boolean same = known.filter(before -> before.folder().equals(now.folder())
                        && before.iterations().equals(now.iterations()))
                .isPresent();
        if (isWanted() && !same) {
            known = Optional.of(now);
            left.clear();
            left.addAll(now.iterations());
            askNext();
        }
    }

    private void askNext() {
        if (asking) {
            return;
        }
        if (!isWanted()) {
            // What is left is searched when the map is shown again.
            known = Optional.empty();
        } else if (!left.isEmpty()) {
            asking = true;
            Moments asked = known.orElseThrow();
            int iteration = left.element();
            snapshots
                    .at(asked.folder(), iteration)
                    .whenCompleteAsync((images, failure) -> takeImages(asked, iteration, images), fxExecutor);
        }
    }

    private void takeImages(Moments asked, int iteration, Map<ColumnSlice, ColumnImages> images) {
        if (!isOf(asked)) {
            asking = false;
            askNext();
        } else if (images == null || images.isEmpty() || count(images) > MOST_IMAGES) {
            asking = false;
            left.clear();
        } else {
            features.ofEarlier(images)
                    .whenCompleteAsync(
                            (found, failure) -> takeFeatures(asked, iteration, found, images.size()), fxExecutor);
        }
    }

    private void takeFeatures(Moments asked, int iteration, Map<ColumnSlice, SliceFeatures> found, int wanted) {
        asking = false;
        if (isOf(asked)) {
            if (found == null) {
                left.clear();
            } else {
                map.addEarlier(found);
                if (found.size() == wanted) {
                    left.remove(iteration);
                }
            }
        }
        askNext();
    }

    private static int count(Map<ColumnSlice, ColumnImages> images) {
        return images.values().stream().mapToInt(own -> own.images().count()).sum();
    }

    private boolean isOf(Moments asked) {
        return known.equals(Optional.of(asked))
                && timeLine.momentsProperty().get().folder().equals(asked.folder());
    }
}
