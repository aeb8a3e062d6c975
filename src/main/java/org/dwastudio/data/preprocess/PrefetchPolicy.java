package org.dwastudio.data.preprocess;

import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Extent to which images are prepared ahead of the engine thread.
 *
 * @param threads threads that decode and augment
 * @param ahead batches that are finished or in progress at a time
 * @param skipped number of first inputs that are skipped because a resumed run has already used them
 */
public record PrefetchPolicy(int threads, int ahead, int skipped) {
    private static final int MOST_THREADS = 16;

    /** Creates the policy of a run from its first batch. */
    public PrefetchPolicy(int threads, int ahead) {
        this(threads, ahead, 0);
    }

    /** Returns a policy with as many threads as there are processors: the engine mostly waits for native code. */
    public static PrefetchPolicy ofThisMachine() {
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
        return new PrefetchPolicy(threads, threads + 1);
    }

    /** Returns the policy of a run that resumes after a number of batches. */
    public PrefetchPolicy after(int batches) {
        return new PrefetchPolicy(threads, ahead, batches);
    }

    /** Returns the policy of each of several runs at the same time, which share threads and memory. */
    public PrefetchPolicy sharedBy(int runs) {
        int share = Math.max(1, threads / runs);
        return new PrefetchPolicy(share, share + 1, skipped);
    }

    /** Begins a prefetch; the caller closes it. */
    public <I, O> OrderedPrefetch<I, O> over(Stream<I> inputs, Function<? super I, ? extends O> work) {
        return new OrderedPrefetch<>(inputs.skip(skipped).iterator(), work, threads, ahead);
    }
}
