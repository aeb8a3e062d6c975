package org.dwastudio.stage.lifecycle;

import java.io.IOException;
import java.util.Optional;
import org.dwastudio.config.StageName;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.run.record.RunRecorder;
import org.dwastudio.stage.RunControl;

/**
 * Listener that forwards the events of a stage to its record on disk and to another listener. When a disk write fails,
 * the stage is canceled, because later results could not be stored.
 *
 * @param watcher notified of all events
 * @param control cancels the stage
 */
record RecordedRun(RunListener watcher, RunControl control) {
    /** Factory of a record. */
    @FunctionalInterface
    interface Beginning {
        /** Opens the record; the listener is notified of what was saved. */
        RunRecorder open(RunListener saved) throws IOException;
    }

    /** Work of a stage. */
    @FunctionalInterface
    interface Work<T> {
        /** Runs the work and emits all of its events to the listener; the recorder reports what is on disk. */
        T run(RunListener listener, RunRecorder recorder) throws IOException;
    }

    /**
     * Runs a stage and records it.
     *
     * @throws IOException when the work fails or its record cannot be written
     */
    <T> T record(StageName stage, Beginning beginning, Work<T> work) throws IOException {
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
