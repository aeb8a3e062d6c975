package org.dwastudio.engine.session;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.dwastudio.config.StageName;
import org.dwastudio.event.RunListener;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.lifecycle.RunFailure;

/** Stages on the engine thread, one after the other, and short questions answered between two steps of the running one. */
public final class StageQueue implements AutoCloseable {
    private final EngineThread thread;
    /** The running stage, then those that wait for it. */
    private final Queue<RunControl> runs = new ConcurrentLinkedQueue<>();

    /** A queue that waits for work; {@code last} is the last thing that its thread does. */
    public StageQueue(Runnable last) {
        thread = new EngineThread(last);
    }

    /** Queues a stage behind those already there. A failure reaches the future and, as an event, the listener. */
    public <T> CompletableFuture<T> start(StageName stage, RunControl control, RunListener listener, Callable<T> work) {
        runs.add(control);
        return thread.submit(() -> {
            try {
                return work.call();
            } catch (Exception | Error failure) {
                listener.onEvent(RunFailure.of(stage, failure));
                throw failure;
            } finally {
                runs.remove(control);
                control.end();
            }
        });
    }

    /** Answers a question on the engine thread: between two steps of a running stage, else as soon as it is free. */
    public <T> CompletableFuture<T> ask(Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Optional<RunControl> run = Optional.ofNullable(runs.peek());
        if (run.isPresent() && run.get().ask(() -> BackgroundWork.complete(answer, question))) {
            return answer;
        }
        return thread.submit(question);
    }

    /** Cancels all stages. */
    public void cancel() {
        runs.forEach(RunControl::cancel);
    }

    /** Cancels all stages and waits up to ten seconds for the running one. */
    @Override
    public void close() {
        cancel();
        thread.close();
    }
}
