package org.dwastudio.data.preprocess;

import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How far images are made ahead of the engine thread.
 *
 * @param threads that decode and augment
 * @param ahead batches that are finished or under way at a time
 * @param passedOver the first so many inputs are not worked on: a run that goes on has had them
 */
public record PrefetchPolicy(int threads, int ahead, int passedOver) {
    private static final int MOST_THREADS = 16;

    /** For a run from its first batch on. */
    public PrefetchPolicy(int threads, int ahead) {
        this(threads, ahead, 0);
    }

    /** As many threads as there are processors: the engine waits for native code most of the time. */
    public static PrefetchPolicy ofThisMachine() {
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
        return new PrefetchPolicy(threads, threads + 1);
    }

    /** The same for a run that goes on after so many batches. */
    public PrefetchPolicy after(int batches) {
        return new PrefetchPolicy(threads, ahead, batches);
    }

    /** Begins at once; close it. */
    public <I, O> OrderedPrefetch<I, O> over(Stream<I> inputs, Function<? super I, ? extends O> work) {
        return new OrderedPrefetch<>(inputs.skip(passedOver).iterator(), work, threads, ahead);
    }
}
