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

/** A column that has begun: one batch under way, others waiting their turn. */
final class Column implements AutoCloseable {
    private final int index;
    private final SynthesisConfig start;
    private final Deque<ClassBatch> batches;
    private Optional<BatchSynthesis> underWay = Optional.empty();
    /** The values that the batch under way began with. */
    private SynthesisConfig batchStart;
    /** Pixel steps of the finished batches. */
    private final List<Integer> batchesDone = new ArrayList<>();

    private int steps;

    /**
     * A column none of whose batches has begun.
     *
     * @param start the values that the column begins with
     * @param batches in the order in which they are synthesised
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

    /** Pixel steps made, those of finished batches included. */
    int steps() {
        return steps;
    }

    void countStep() {
        steps++;
    }

    boolean isFinished() {
        return batches.isEmpty();
    }

    /** The batch under way, or the one that is next. */
    ClassBatch batch() {
        return batches.element();
    }

    Optional<BatchSynthesis> underWay() {
        return underWay;
    }

    /** @param config the values that the batch begins with */
    void begin(BatchSynthesis synthesis, SynthesisConfig config) {
        underWay = Optional.of(synthesis);
        batchStart = config;
    }

    /** Where it stands; the tensors of the batch under way are put beside. */
    SynthesisProgress.OfColumn save(Map<String, StoredTensor> tensors) {
        underWay.ifPresent(synthesis -> synthesis.save(Integer.toString(index), tensors));
        return new SynthesisProgress.OfColumn(
                index,
                SynthesisProgress.values(start),
                steps,
                List.copyOf(batchesDone),
                underWay.stream()
                        .map(synthesis -> synthesis.progress(batchStart))
                        .toList());
    }

    /** Stands where another one stood, but for the batch under way. */
    void restore(SynthesisProgress.OfColumn saved) {
        saved.batchesDone().forEach(iterations -> batches.remove());
        batchesDone.addAll(saved.batchesDone());
        steps = saved.steps();
    }

    /** The batches that have not begun. */
    List<ClassBatch> waiting() {
        return batches.stream().skip(underWay.isPresent() ? 1 : 0).toList();
    }

    /** Ends the batch under way and frees what it held. */
    void endBatch() {
        batchesDone.add(underWay.map(BatchSynthesis::iteration).orElse(0));
        close();
        batches.remove();
    }

    /** Pixel steps still to be made when every batch takes {@code iterations}. */
    long remaining(int iterations) {
        long begun = underWay.map(BatchSynthesis::iteration).orElse(0);
        return Math.max(0, (long) batches.size() * iterations - begun);
    }

    @Override
    public void close() {
        underWay.ifPresent(BatchSynthesis::close);
        underWay = Optional.empty();
    }
}
