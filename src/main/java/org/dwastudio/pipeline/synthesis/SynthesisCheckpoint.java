package org.dwastudio.pipeline.synthesis;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dwastudio.network.StoredTensor;
import org.dwastudio.pipeline.SealedTensors;

/**
 * All that a synthesis needs to go on as if it had never been interrupted: the pixels and Adam's moments of every batch
 * under way, the features that its diversity is measured by, and where it stands.
 */
public final class SynthesisCheckpoint {
    private static final String PROGRESS = "progress";
    private static final Gson GSON = new Gson();

    private final SynthesisProgress progress;
    private final SealedTensors stored;

    private SynthesisCheckpoint(SynthesisProgress progress, SealedTensors stored) {
        this.progress = progress;
        this.stored = stored;
    }

    /** @param tensors by the names that their owners find them by */
    static SynthesisCheckpoint of(SynthesisProgress progress, Map<String, StoredTensor> tensors) {
        return new SynthesisCheckpoint(progress, new SealedTensors(tensors, Map.of(PROGRESS, GSON.toJson(progress))));
    }

    /**
     * Takes one out of what was stored.
     *
     * @throws IllegalArgumentException when it holds none
     */
    public static SynthesisCheckpoint of(SealedTensors stored) {
        try {
            SynthesisProgress progress =
                    GSON.fromJson(stored.text().getOrDefault(PROGRESS, ""), SynthesisProgress.class);
            if (progress == null) {
                throw new IllegalArgumentException("it is no checkpoint of a synthesis");
            }
            return new SynthesisCheckpoint(progress, stored);
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("it is no checkpoint of a synthesis", e);
        }
    }

    /** The same to be stored, beside other text. */
    public SealedTensors with(Map<String, String> text) {
        Map<String, String> all = new LinkedHashMap<>(text);
        all.putAll(stored.text());
        return new SealedTensors(stored.tensors(), all);
    }

    /**
     * Pictures that are finished.
     *
     * @param firstClass label of the first; labels count up
     * @param iterations pixel steps that were made
     */
    public record FinishedPictures(int column, int firstClass, int count, int iterations) {}

    /** The finished pictures, column by column. */
    public List<FinishedPictures> finished(int classes, int batchSize) {
        List<FinishedPictures> finished = new ArrayList<>();
        for (SynthesisProgress.OfColumn column : progress.columns()) {
            List<ClassBatch> batches = ClassBatch.ofColumn(column.index(), classes, batchSize);
            for (int i = 0; i < column.batchesDone().size(); i++) {
                ClassBatch batch = batches.get(i);
                finished.add(new FinishedPictures(
                        batch.column(),
                        batch.firstClass(),
                        batch.size(),
                        column.batchesDone().get(i)));
            }
        }
        return finished;
    }

    /** Pixel steps made in the whole stage. */
    public long steps() {
        return progress.step();
    }

    /** Changes made by hand that count by now: the first of those that the experiment records. */
    public int tuningChanges() {
        return progress.tuning().happened();
    }

    SynthesisProgress progress() {
        return progress;
    }

    /** @throws IllegalArgumentException when there is none of that name */
    StoredTensor tensor(String name) {
        StoredTensor tensor = stored.tensors().get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("the checkpoint lacks '" + name + "'");
        }
        return tensor;
    }

    /** Those whose names begin with a prefix, without it. */
    Map<String, StoredTensor> under(String prefix) {
        return stored.under(prefix);
    }
}
