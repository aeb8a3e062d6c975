package org.dwastudio.stage.synthesis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.state.SynthesisProgress;
import org.dwastudio.weights.StoredTensor;

/** Column that has begun, with at most one running batch. */
final class Column implements AutoCloseable {
    private final int index;
    private final SynthesisConfig start;
    private final Deque<ClassBatch> batches;
    private Optional<BatchSynthesis> running = Optional.empty();
    /** Values that the running batch began with. */
    private SynthesisConfig batchStart;
    /** Numbers of pixel steps of the finished batches. */
    private final List<Integer> batchesDone = new ArrayList<>();

    private int steps;

    /**
     * Creates a column none of whose batches has begun.
     *
     * @param start values that the column begins with
     * @param batches batches in the order of their synthesis
     */
    Column(int index, SynthesisConfig start, List<ClassBatch> batches) {
        this.index = index;
        this.start = start;
        this.batchStart = start;
        this.batches = new ArrayDeque<>(batches);
    }

    int index() {
        return index;
    }

    SynthesisConfig start() {
        return start;
    }

    /** Returns the number of pixel steps, including those of finished batches. */
    int steps() {
        return steps;
    }

    void countStep() {
        steps++;
    }

    boolean isFinished() {
        return batches.isEmpty();
    }

    /** Returns the running batch, or else the next one. */
    ClassBatch batch() {
        return batches.element();
    }

    Optional<BatchSynthesis> running() {
        return running;
    }

    /**
     * Begins the next batch.
     *
     * @param config values that the batch begins with
     */
    void begin(BatchSynthesis synthesis, SynthesisConfig config) {
        running = Optional.of(synthesis);
        batchStart = config;
    }

    /** Returns the state for a checkpoint and adds the tensors of the running batch to the map. */
    SynthesisProgress.OfColumn save(Map<String, StoredTensor> tensors) {
        running.ifPresent(synthesis -> synthesis.save(Integer.toString(index), tensors));
        return new SynthesisProgress.OfColumn(
                index,
                SynthesisProgress.values(start),
                steps,
                List.copyOf(batchesDone),
                running.stream()
                        .map(synthesis -> synthesis.progress(batchStart))
                        .toList());
    }

    /** Restores a saved state, except the running batch. */
    void restore(SynthesisProgress.OfColumn saved) {
        saved.batchesDone().forEach(iterations -> batches.remove());
        batchesDone.addAll(saved.batchesDone());
        steps = saved.steps();
    }

    /** Returns the batches that have not begun. */
    List<ClassBatch> waiting() {
        return batches.stream().skip(running.isPresent() ? 1 : 0).toList();
    }

    /** Ends the running batch and closes its tensors. */
    void endBatch() {
        batchesDone.add(running.map(BatchSynthesis::iteration).orElse(0));
        close();
        batches.remove();
    }

    /** Returns the number of remaining pixel steps if every batch takes {@code iterations}. */
    long remaining(int iterations) {
        long begun = running.map(BatchSynthesis::iteration).orElse(0);
        return Math.max(0, (long) batches.size() * iterations - begun);
    }

    @Override
    public void close() {
        running.ifPresent(BatchSynthesis::close);
        running = Optional.empty();
    }
}
