package org.dwastudio.ui.fake;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.task.CancellationToken;

/**
 * Work outside the engine thread whose progress and end are controlled by a test.
 *
 * @param <Q> type of the request
 * @param <A> type of the result
 */
public final class FakeWork<Q, A> {
    private final List<Q> requests = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<A> answer = new CompletableFuture<>();
    private volatile ProgressListener progress = ProgressListener.NONE;
    private volatile CancellationToken token = CancellationToken.NONE;

    /** Returns the requests, the newest last. */
    public List<Q> requests() {
        return requests;
    }

    CompletableFuture<A> begin(Q request, ProgressListener listener, CancellationToken cancelling) {
        requests.add(request);
        answer = new CompletableFuture<>();
        progress = listener;
        token = cancelling;
        return answer;
    }

    /** Reports progress to the listener. */
    public void progress(long done, long total) {
        progress.progressed(done, total);
    }

    public boolean isCancelled() {
        return token.isCancelled();
    }

    public void finish(A result) {
        answer.complete(result);
    }

    public void fail(String message) {
        answer.completeExceptionally(new IllegalStateException(message));
    }

    /** Completes the work as canceled. */
    public void endCancelled() {
        answer.completeExceptionally(new CancellationException());
    }
}
