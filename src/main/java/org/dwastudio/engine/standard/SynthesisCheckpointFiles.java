package org.dwastudio.engine.standard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.stage.checkpoint.CheckpointFolder;
import org.dwastudio.stage.checkpoint.ChecksummedTensorFile;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;
import org.dwastudio.weights.WeightsException;

/**
 * The checkpoints of a synthesis in its run folder.
 *
 * @param directory the run folder
 */
record SynthesisCheckpointFiles(RunDirectory directory) {
    private static final int FORMAT = 1;
    private static final int MOST_STEPS = 999_999_999;
    private static final String EXPERIMENT = "experiment";
    private static final String METRICS_BYTES = "metricsBytes";

    /**
     * A checkpoint and what it belongs to.
     *
     * @param experiment the experiment as YAML
     * @param metricsBytes how much of {@code metrics.csv} was written by then
     */
    record Content(SynthesisCheckpoint checkpoint, String experiment, long metricsBytes) {}

    /** Makes their folder: it tells the folder of a synthesis that is not finished. */
    void begin() throws IOException {
        Files.createDirectories(directory.synthesisCheckpoints());
    }

    void keep(Content content) throws IOException {
        ChecksummedTensorFile sealed = content.checkpoint()
                .with(Map.of(EXPERIMENT, content.experiment(), METRICS_BYTES, Long.toString(content.metricsBytes())));
        folder().keep(Math.toIntExact(content.checkpoint().steps()), file -> sealed.write(file, FORMAT));
    }

    /** The newest that is whole and fits the folder, see {@link CheckpointFolder#newest}. */
    Optional<CheckpointFolder.Found<Content>> newest() throws IOException {
        return folder().newest(this::read);
    }

    /** Takes all of them away. */
    void delete() throws IOException {
        folder().delete();
    }

    private Content read(Path file) throws IOException {
        ChecksummedTensorFile sealed = ChecksummedTensorFile.read(file, FORMAT);
        Content content;
        try {
            content = new Content(
                    SynthesisCheckpoint.of(sealed),
                    sealed.text().getOrDefault(EXPERIMENT, ""),
                    Long.parseLong(sealed.text().getOrDefault(METRICS_BYTES, "")));
        } catch (IllegalArgumentException e) {
            throw new WeightsException(file, "it is no checkpoint of a synthesis, or broken", e);
        }
        if (!Files.isRegularFile(directory.metrics()) || Files.size(directory.metrics()) < content.metricsBytes()) {
            throw new WeightsException(file, "metrics.csv has lost measurements that were made before it");
        }
        return content;
    }

    private CheckpointFolder folder() {
        return new CheckpointFolder(directory.synthesisCheckpoints(), "step-", MOST_STEPS, "synthesis");
    }
}
