package org.dwastudio.stage.synthesis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.record.RunRecorder;
import org.dwastudio.stage.checkpoint.CheckpointFolder;
import org.dwastudio.stage.checkpoint.CheckpointStore;
import org.dwastudio.stage.checkpoint.ChecksummedTensorFile;
import org.dwastudio.stage.lifecycle.ResumePoint;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;
import org.dwastudio.text.Message;
import org.dwastudio.weights.WeightsException;

/**
 * Checkpoints of a synthesis in its run folder.
 *
 * @param directory the run folder
 */
record SynthesisCheckpointFiles(RunDirectory directory) implements CheckpointStore<SynthesisCheckpointFiles.Content> {
    private static final int FORMAT = 1;
    private static final int MOST_STEPS = 999_999_999;
    private static final String EXPERIMENT = "experiment";
    private static final String METRICS_BYTES = "metricsBytes";
    private static final String SNAPSHOT_BYTES = "snapshotBytes";

    /**
     * A checkpoint and the state of the run folder when it was written.
     *
     * @param experiment the experiment as YAML
     * @param written lengths of the files that grow with the run
     */
    record Content(SynthesisCheckpoint checkpoint, String experiment, RunRecorder.Written written)
            implements ResumePoint {
        @Override
        public long completed() {
            return checkpoint.steps();
        }

        @Override
        public RunRecorder.Kept kept() {
            return new RunRecorder.Kept(written, checkpoint.tuningChanges());
        }
    }

    @Override
    public void begin() throws IOException {
        Files.createDirectories(directory.synthesisCheckpoints());
    }

    @Override
    public boolean exists() {
        return Files.isDirectory(directory.synthesisCheckpoints());
    }

    /** Writes a checkpoint and deletes those that are no longer needed. */
    void keep(Content content) throws IOException {
        ChecksummedTensorFile sealed = content.checkpoint()
                .with(Map.of(
                        EXPERIMENT,
                        content.experiment(),
                        METRICS_BYTES,
                        Long.toString(content.written().metrics()),
                        SNAPSHOT_BYTES,
                        Long.toString(content.written().snapshots())));
        folder().keep(Math.toIntExact(content.checkpoint().steps()), file -> sealed.write(file, FORMAT));
    }

    @Override
    public Optional<CheckpointFolder.Found<Content>> newest() throws IOException {
        return folder().newest(this::read);
    }

    @Override
    public void delete() throws IOException {
        folder().delete();
    }

    private Content read(Path file) throws IOException {
        ChecksummedTensorFile sealed = ChecksummedTensorFile.read(file, FORMAT);
        Content content;
        try {
            content = new Content(
                    SynthesisCheckpoint.of(sealed),
                    sealed.text().getOrDefault(EXPERIMENT, ""),
                    new RunRecorder.Written(
                            Long.parseLong(sealed.text().getOrDefault(METRICS_BYTES, "")),
                            // Earlier versions wrote no snapshots.
                            Long.parseLong(sealed.text().getOrDefault(SNAPSHOT_BYTES, "0"))));
        } catch (IllegalArgumentException e) {
            throw new WeightsException(file, Message.of("checkpoint.noSynthesis"), e);
        }
        if (!Files.isRegularFile(directory.metrics())
                || Files.size(directory.metrics()) < content.written().metrics()) {
            throw new WeightsException(file, Message.of("checkpoint.metrics"));
        }
        return content;
    }

    private CheckpointFolder folder() {
        return new CheckpointFolder(directory.synthesisCheckpoints(), "step-", MOST_STEPS, "synthesis");
    }
}
