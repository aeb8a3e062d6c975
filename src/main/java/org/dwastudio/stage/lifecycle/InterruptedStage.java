package org.dwastudio.stage.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.record.RunRecorder;
import org.dwastudio.stage.checkpoint.CheckpointFolder;
import org.dwastudio.text.Message;

/**
 * Run of a stage that can be resumed.
 *
 * @param directory the run folder
 * @param experiment its current experiment, which determines the same result as that of the checkpoint
 * @param found the newest intact checkpoint; empty if none was written
 * @param <C> content of a checkpoint
 */
public record InterruptedStage<C extends ResumePoint>(
        RunDirectory directory, Experiment experiment, Optional<CheckpointFolder.Found<C>> found) {
    /**
     * Reads the state of a run without modifying it.
     *
     * @throws IOException if the run is finished or belongs to another stage, if its experiment was changed, or if
     *     something cannot be read
     */
    public static <C extends ResumePoint> InterruptedStage<C> read(ResumableWork<C, ?> work, RunDirectory directory)
            throws IOException {
        String stage = work.stage().key();
        if (!work.checkpoints(directory).exists()) {
            throw new RunFolderException(
                    directory.folder(),
                    Files.exists(work.result(directory))
                            ? Message.of("run.stageFinished", stage, work.nextStep(directory))
                            : Message.of("run.nothingToResume", stage));
        }
        ExperimentVerifier verifier = new ExperimentVerifier(directory, stage, work::decisive);
        Experiment experiment = verifier.read();
        Optional<CheckpointFolder.Found<C>> found = work.checkpoints(directory).newest();
        if (found.isPresent()) {
            verifier.requireUnchanged(
                    experiment, found.get().content().experiment(), found.get().file());
        }
        return new InterruptedStage<>(directory, experiment, found);
    }

    /** Returns the content of the checkpoint. */
    public Optional<C> checkpoint() {
        return found.map(CheckpointFolder.Found::content);
    }

    /** Returns the number of completed units of progress; 0 if no checkpoint was written. */
    public long completed() {
        return checkpoint().map(ResumePoint::completed).orElse(0L);
    }

    /** Returns the parts of the record that stay. */
    public RunRecorder.Kept kept() {
        return checkpoint().map(ResumePoint::kept).orElse(RunRecorder.Kept.NOTHING);
    }

    /**
     * Returns a description of the point where the run resumes, such as {@code after epoch 3 (epoch-00003.safetensors)}.
     *
     * @param unit unit of progress
     */
    String describe(String unit) {
        if (found.isEmpty()) {
            return "from the beginning (no checkpoint was written)";
        }
        List<String> broken = found.get().broken();
        return "after " + unit + " " + completed() + " (" + found.get().file().getFileName()
                + (broken.isEmpty() ? "" : "; passed over: " + String.join("; ", broken)) + ")";
    }
}
