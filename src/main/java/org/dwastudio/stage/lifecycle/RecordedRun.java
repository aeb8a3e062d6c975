package org.dwastudio.stage.lifecycle;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.run.record.RunRecorder;
import org.dwastudio.stage.RunControl;

/**
 * Forwards the events of a stage to its record on disk and to a listener. When a disk write fails, the stage is
 * cancelled, because later results could not be stored.
 */
public final class RecordedRun {
    private final RunListener watcher;
    private final RunControl control;

    /** Creates a recorder that also notifies a listener and cancels through the control of the stage. */
    public RecordedRun(RunListener watcher, RunControl control) {
        this.watcher = watcher;
        this.control = control;
    }

    /** Work of a stage. */
    @FunctionalInterface
    public interface Work<T> {
        /** Runs the work and emits all of its events to the listener. */
        T run(RunListener listener) throws IOException;
    }

    /**
     * Runs a stage and records it.
     *
     * @throws IOException when the work fails or its record cannot be written
     */
    public <T> T record(StageName stage, RunDirectory directory, Experiment experiment, RunMetadata facts, Work<T> work)
            throws IOException {
        return record(stage, saved -> RunRecorder.start(directory, experiment, facts, saved, Clock.systemUTC()), work);
    }

    /** Opens a record. */
    @FunctionalInterface
    public interface Beginning {
        /** Opens the record; the listener is notified of what was saved. */
        RunRecorder open(RunListener saved) throws IOException;
    }

    /**
     * Like {@link #record(StageName, RunDirectory, Experiment, RunMetadata, Work)}, with a record that the caller
     * opens.
     */
    public <T> T record(StageName stage, Beginning beginning, Work<T> work) throws IOException {
        return recordKept(stage, beginning, (listener, recorder) -> work.run(listener));
    }

    /** Work of a stage with checkpoints. */
    @FunctionalInterface
    public interface KeptWork<T> {
        /** Runs the work and emits all of its events to the listener; the recorder reports what is on disk. */
        T run(RunListener listener, RunRecorder recorder) throws IOException;
    }

    /** Like {@link #record(StageName, Beginning, Work)}, for work that writes checkpoints alongside its record. */
    public <T> T recordKept(StageName stage, Beginning beginning, KeptWork<T> work) throws IOException {
        try (RunRecorder recorder = beginning.open(watcher)) {
            try {
                T result = work.run(new Both(recorder), recorder);
                Optional<IOException> failure = recorder.failure();
                if (failure.isPresent()) {
                    throw failure.get();
                }
                return result;
            } catch (IOException | RuntimeException | Error failure) {
                recorder.onEvent(RunFailure.of(stage, failure));
                throw failure;
            }
        }
    }

    private final class Both implements RunListener {
        private final RunRecorder recorder;

        Both(RunRecorder recorder) {
            this.recorder = recorder;
        }

        @Override
        public boolean wantsImages() {
            return watcher.wantsImages();
        }

        @Override
        public void onEvent(RunEvent event) {
            recorder.onEvent(event);
            watcher.onEvent(event);
            if (recorder.failure().isPresent()) {
                control.cancel();
            }
        }
    }
}
