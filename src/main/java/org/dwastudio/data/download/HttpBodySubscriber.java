package org.dwastudio.data.download;

import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.dwastudio.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * Body of an HTTP response, taken piece by piece by the thread that writes it. A stream would block in a read that
 * neither a stop nor a stalled server ends; this class waits with a limit.
 */
final class HttpBodySubscriber implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {
    /** Pieces of at most 16 KiB that may wait to be written. */
    private static final int AHEAD = 32;

    private sealed interface Signal {}

    private record Piece(List<ByteBuffer> bytes) implements Signal {}

    private record End() implements Signal {}

    private record Failure(Throwable cause) implements Signal {}

    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private volatile Flow.@Nullable Subscription subscription;

    /**
     * Waits for the next piece.
     *
     * @param idle action that is called repeatedly while nothing arrives
     * @return empty at the end
     * @throws TransientDownloadException if nothing arrives for too long, or the connection breaks
     */
    List<ByteBuffer> next(Duration stall, StopSignal stop, Runnable idle) throws TransientDownloadException {
        long waiting = System.nanoTime();
        while (System.nanoTime() - waiting < stall.toNanos()) {
            stop.check();
            Signal signal = poll();
            if (signal instanceof Piece piece) {
                Objects.requireNonNull(subscription).request(1);
                return piece.bytes();
            } else if (signal instanceof End) {
                return List.of();
            } else if (signal instanceof Failure failure) {
                throw new TransientDownloadException(Message.of("http.broke"), failure.cause());
            }
            idle.run();
        }
        throw new TransientDownloadException(
                Message.of("http.stalled", HttpErrorMessages.of(stall)),
                new HttpTimeoutException("stalled after " + stall));
    }

    private Signal poll() {
        try {
            return signals.poll(StopSignal.LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw StopSignal.interrupted();
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription offered) {
        subscription = offered;
        offered.request(AHEAD);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        signals.add(new Piece(bytes));
    }

    @Override
    public void onError(Throwable failure) {
        signals.add(new Failure(failure));
    }

    @Override
    public void onComplete() {
        signals.add(new End());
    }

    /** Closes the connection unless the body was read completely. */
    @Override
    public void close() {
        Flow.Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
    }
}
