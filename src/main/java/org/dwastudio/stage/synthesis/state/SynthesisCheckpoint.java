package org.dwastudio.stage.synthesis.state;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dwastudio.stage.checkpoint.ChecksummedTensorFile;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;
import org.dwastudio.weights.StoredTensor;

/**
 * Checkpoint with everything that a synthesis needs to resume as if it had never been interrupted: the pixels and
 * Adam's moments of every running batch, the features for the diversity measurement, and the progress.
 */
public final class SynthesisCheckpoint {
    private static final String PROGRESS = "progress";
    private static final Gson GSON = new Gson();

    private final SynthesisProgress progress;
    private final ChecksummedTensorFile stored;

    private SynthesisCheckpoint(SynthesisProgress progress, ChecksummedTensorFile stored) {
        this.progress = progress;
        this.stored = stored;
    }

    /**
     * Returns the checkpoint for a progress and its tensors.
     *
     * @param tensors by the names under which their owners look them up
     */
    public static SynthesisCheckpoint of(SynthesisProgress progress, Map<String, StoredTensor> tensors) {
        return new SynthesisCheckpoint(
                progress, new ChecksummedTensorFile(tensors, Map.of(PROGRESS, GSON.toJson(progress))));
    }

    /**
     * Reads a checkpoint from a tensor file.
     *
     * @throws IllegalArgumentException if it contains none
     */
    public static SynthesisCheckpoint of(ChecksummedTensorFile stored) {
        try {
            SynthesisProgress progress =
                    GSON.fromJson(stored.text().getOrDefault(PROGRESS, ""), SynthesisProgress.class);
            if (progress == null) {
                throw new DescribedArgumentException(Message.of("checkpoint.isNoSynthesis"));
            }
            return new SynthesisCheckpoint(progress, stored);
        } catch (RuntimeException e) {
            // Gson wraps what a constructor throws, for example for a missing list.
            throw new DescribedArgumentException(Message.of("checkpoint.isNoSynthesis"), e);
        }
    }

    /** Returns the tensor file of this checkpoint with additional text. */
    public ChecksummedTensorFile with(Map<String, String> text) {
        Map<String, String> all = new LinkedHashMap<>(text);
        all.putAll(stored.text());
        return new ChecksummedTensorFile(stored.tensors(), all);
    }

    /**
     * Batch of finished images.
     *
     * @param firstClass label of the first; labels count up
     * @param count number of images
     * @param iterations pixel steps that were made
     */
    public record FinishedImages(int column, int firstClass, int count, int iterations) {}

    /**
     * Returns the finished images, column by column.
     *
     * @throws IllegalArgumentException if the checkpoint has more batches than a run of this many classes
     */
    public List<FinishedImages> finished(int classes, int batchSize) {
        List<FinishedImages> finished = new ArrayList<>();
        for (SynthesisProgress.OfColumn column : progress.columns()) {
            List<ClassBatch> batches = ClassBatch.ofColumn(column.index(), classes, batchSize);
            if (column.batchesDone().size() > batches.size()) {
                throw new DescribedArgumentException(Message.of("checkpoint.isNoSynthesis"));
            }
            for (int i = 0; i < column.batchesDone().size(); i++) {
                ClassBatch batch = batches.get(i);
                finished.add(new FinishedImages(
                        batch.column(),
                        batch.firstClass(),
                        batch.size(),
                        column.batchesDone().get(i)));
            }
        }
        return finished;
    }

    /** Returns the number of pixel steps made in the whole stage. */
    public long steps() {
        return progress.step();
    }

    /** Returns the number of manual tuning changes in effect, which are the first ones that the experiment records. */
    public int tuningChanges() {
        return progress.tuning().happened();
    }

    public SynthesisProgress progress() {
        return progress;
    }

    /**
     * Returns a tensor by name.
     *
     * @throws IllegalArgumentException if there is no tensor of that name
     */
    public StoredTensor tensor(String name) {
        StoredTensor tensor = stored.tensors().get(name);
        if (tensor == null) {
            throw new DescribedArgumentException(Message.of("checkpoint.lacks", name));
        }
        return tensor;
    }

    /** Returns the tensors whose names begin with a prefix, keyed by the name without it. */
    public Map<String, StoredTensor> under(String prefix) {
        return stored.under(prefix);
    }
}
