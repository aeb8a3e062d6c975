package org.dwastudio.engine.standard;

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
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint.FinishedPictures;

/** Tells those who watch a resumed run what happened before, as soon as it has started. */
final class EventReplayer implements RunListener {
    private final RunListener watcher;
    private final RunHistoryReader past;
    private final List<FinishedPictures> finished;
    private final Experiment experiment;
    private final int tuningChanges;

    /** @param tuningChanges the first tuning changes of the experiment, which have happened */
    EventReplayer(
            RunListener watcher,
            RunHistoryReader past,
            List<FinishedPictures> finished,
            Experiment experiment,
            int tuningChanges) {
        this.watcher = watcher;
        this.past = past;
        this.finished = finished;
        this.experiment = experiment;
        this.tuningChanges = tuningChanges;
    }

    @Override
    public boolean wantsImages() {
        return watcher.wantsImages();
    }

    @Override
    public void onEvent(RunEvent event) {
        watcher.onEvent(event);
        if (event instanceof RunEvent.StageStarted started) {
            try {
                retell(started.time());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void retell(Instant time) throws IOException {
        for (TuningChange change : experiment.tuning().subList(0, tuningChanges)) {
            watcher.onEvent(new RunEvent.TuningChanged(change, time));
        }
        past.replay(experiment, watcher::onEvent);
        if (watcher.wantsImages()) {
            for (FinishedPictures slice : finished) {
                watcher.onEvent(new RunEvent.ImagesChanged(
                        slice.column(),
                        slice.iterations(),
                        slice.firstClass(),
                        ColumnState.FINISHED,
                        past.images(slice.column(), slice.firstClass(), slice.count())));
            }
        }
    }
}
