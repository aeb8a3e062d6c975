package org.dwastudio.stage.synthesis;

import java.io.IOException;
import java.time.Instant;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.record.RunRecorder;
import org.dwastudio.stage.CheckpointPace;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;

/** Writer of the checkpoints of a synthesis, each only after the measurements before it reached the disk. */
final class CheckpointWriter implements SynthesisCheckpoints {
    private final RunDirectory directory;
    private final SynthesisCheckpointFiles files;
    private final String experiment;
    private final CheckpointPace pace;
    private final RunRecorder recorder;
    private final RunListener listener;

    /** @param experiment as YAML */
    CheckpointWriter(
            RunDirectory directory,
            String experiment,
            CheckpointPace pace,
            RunRecorder recorder,
            RunListener listener) {
        this.directory = directory;
        this.files = new SynthesisCheckpointFiles(directory);
        this.experiment = experiment;
        this.pace = pace;
        this.recorder = recorder;
        this.listener = listener;
    }

    @Override
    public boolean isDue(boolean columnEnded) {
        return pace.isDue(columnEnded);
    }

    @Override
    public void keep(SynthesisCheckpoint checkpoint) throws IOException {
        // A record that failed ends the run with its own message, and the run resumes from the previous checkpoint.
        if (recorder.failure().isPresent()) {
            return;
        }
        long began = pace.begins();
        try {
            files.keep(new SynthesisCheckpointFiles.Content(checkpoint, experiment, recorder.written()));
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(directory.folder(), e);
        }
        pace.wrote(began);
        listener.onEvent(new RunEvent.Saved(directory.folder(), Instant.now()));
    }
}
