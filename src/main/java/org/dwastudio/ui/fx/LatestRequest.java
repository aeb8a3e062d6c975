package org.dwastudio.ui.fx;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Sequence of background requests, one at a time. If newer requests arrive meanwhile, only the newest is sent next; older
 * results are dropped unless all are wanted. FX thread only.
 *
 * @param <Q> request
 * @param <A> result
 */
public final class LatestRequest<Q, A> {
    private final Function<Q, CompletionStage<A>> computation;
    private final Executor fxExecutor;
    private final Consumer<Optional<A>> consumer;
    private Optional<Q> wanted = Optional.empty();
    private boolean asking;
    private boolean allWanted;

    /**
     * Creates an idle sequence.
     *
     * @param computation function that computes results on some thread
     * @param consumer consumer of the newest request's result; empty if it failed
     */
    public LatestRequest(
            Function<Q, CompletionStage<A>> computation, Executor fxExecutor, Consumer<Optional<A>> consumer) {
        this.computation = computation;
        this.fxExecutor = fxExecutor;
        this.consumer = consumer;
    }

    /** Passes on older results too, so that a quick sequence of requests shows some on the way. */
    public LatestRequest<Q, A> withAllResults() {
        allWanted = true;
        return this;
    }

    public void ask(Q question) {
        wanted = Optional.of(question);
        askNext();
    }

    /** Discards the result that is still to come. */
    public void forget() {
        wanted = Optional.empty();
    }

    private void askNext() {
        if (!asking && wanted.isPresent()) {
            Q question = wanted.get();
            asking = true;
            computation.apply(question).whenCompleteAsync((answer, failure) -> take(question, answer), fxExecutor);
        }
    }

    private void take(Q question, A answer) {
        asking = false;
        boolean newest = wanted.equals(Optional.of(question));
        boolean shown = newest || (allWanted && wanted.isPresent());
        if (newest) {
            wanted = Optional.empty();
        }
        if (shown) {
            consumer.accept(Optional.ofNullable(answer));
        }
        askNext();
    }
}
