package org.dwastudio.pipeline.synthesis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.dwastudio.config.SynthesisConfig;

/** A column that has begun: one batch under way, others waiting their turn. */
final class Column implements AutoCloseable {
    private final int index;
    private final SynthesisConfig start;
    private final Deque<ClassBatch> batches;
    private Optional<BatchSynthesis> underWay = Optional.empty();
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

    void begin(BatchSynthesis synthesis) {
        underWay = Optional.of(synthesis);
    }

    /** Ends the batch under way and frees what it held. */
    void endBatch() {
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
