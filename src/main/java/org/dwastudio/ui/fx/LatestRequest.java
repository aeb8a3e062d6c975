package org.dwastudio.ui.fx;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Asks one question at a time behind the window, and the newest again when others have come meanwhile: their answers are
 * dropped. FX thread only.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
public final class LatestRequest<Q, A> {
    private final Function<Q, CompletionStage<A>> oracle;
    private final Executor fxExecutor;
    private final Consumer<Optional<A>> taker;
    private Optional<Q> wanted = Optional.empty();
    private boolean asking;

    /**
     * Nothing is asked yet.
     *
     * @param oracle answers on some thread
     * @param taker takes the answer to the newest question; empty when there is none to be had
     */
    public LatestRequest(Function<Q, CompletionStage<A>> oracle, Executor fxExecutor, Consumer<Optional<A>> taker) {
        this.oracle = oracle;
        this.fxExecutor = fxExecutor;
        this.taker = taker;
    }

    public void ask(Q question) {
        wanted = Optional.of(question);
        askNext();
    }

    /** An answer that is still to come is not wanted any more. */
    public void forget() {
        wanted = Optional.empty();
    }

    private void askNext() {
        if (!asking && wanted.isPresent()) {
            Q question = wanted.get();
            asking = true;
            oracle.apply(question).whenCompleteAsync((answer, failure) -> take(question, answer), fxExecutor);
        }
    }

    private void take(Q question, A answer) {
        asking = false;
        if (wanted.equals(Optional.of(question))) {
            wanted = Optional.empty();
            taker.accept(Optional.ofNullable(answer));
        }
        askNext();
    }
}
