package org.dwastudio.stage.synthesis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TuningChange;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.run.history.RunHistoryReader;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint.FinishedImages;

/**
 * Replay of the earlier events of a resumed run to a listener as soon as the run has started.
 *
 * @param watcher the listener
 * @param past the earlier events
 */
record EventReplayer(RunListener watcher, Past past) implements RunListener {
    /**
     * Earlier events of a run.
     *
     * @param history measurements and images in the run folder
     * @param finished the finished images
     * @param experiment the experiment with its tuning changes
     * @param tuningChanges number of first tuning changes that have happened
     */
    record Past(RunHistoryReader history, List<FinishedImages> finished, Experiment experiment, int tuningChanges) {}

    @Override
    public boolean wantsImages() {
        return watcher.wantsImages();
    }

    @Override
    public void onEvent(RunEvent event) {
        watcher.onEvent(event);
        if (event instanceof RunEvent.StageStarted started) {
            try {
                replay(started.time());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void replay(Instant time) throws IOException {
        for (TuningChange change : past.experiment().tuning().subList(0, past.tuningChanges())) {
            watcher.onEvent(new RunEvent.TuningChanged(change, time));
        }
        past.history().replay(past.experiment(), watcher::onEvent);
        if (watcher.wantsImages()) {
            for (FinishedImages slice : past.finished()) {
                watcher.onEvent(new RunEvent.ImagesChanged(
                        slice.column(),
                        slice.iterations(),
                        slice.firstClass(),
                        ColumnState.FINISHED,
                        past.history().images(slice.column(), slice.firstClass(), slice.count())));
            }
        }
    }
}
