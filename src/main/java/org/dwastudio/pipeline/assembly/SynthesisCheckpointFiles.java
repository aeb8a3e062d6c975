package org.dwastudio.pipeline.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.artifact.RunDirectory;
import org.dwastudio.network.WeightsException;
import org.dwastudio.pipeline.CheckpointFolder;
import org.dwastudio.pipeline.SealedTensors;
import org.dwastudio.pipeline.synthesis.SynthesisCheckpoint;

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
        SealedTensors sealed = content.checkpoint()
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
        SealedTensors sealed = SealedTensors.read(file, FORMAT);
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
