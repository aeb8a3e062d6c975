package org.dwastudio.stage;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.dwastudio.task.CancellationSource;
import org.dwastudio.task.CancellationToken;

/**
 * Pause, step and stop of one run, and questions put to the engine thread between two of its steps. All methods but
 * {@link #proceed()} may be called from any thread and return at once.
 */
public final class RunControl {
    private final CancellationSource token = new CancellationSource();
    private final Queue<Runnable> questions = new ArrayDeque<>();
    private boolean paused;
    private int allowedSteps;
    private boolean ended;

    /** Returns the token that {@link #cancel} cancels. */
    public CancellationToken token() {
        return token;
    }

    /** Holds the run before its next step. */
    public synchronized void pause() {
        paused = true;
        allowedSteps = 0;
        notifyAll();
    }

    public synchronized void resume() {
        paused = false;
        notifyAll();
    }

    /** Lets exactly one more step happen, then holds the run again. A run that is not paused is paused after that step. */
    public synchronized void step() {
        paused = true;
        allowedSteps++;
        notifyAll();
    }

    /** Ends the run before its next step; what is done is kept. */
    public synchronized void cancel() {
        token.cancel();
        notifyAll();
    }

    public synchronized boolean isPaused() {
        return paused && !token.isCancelled();
    }

    /**
     * Runs a short question on the engine thread before the next step, also while the run is paused.
     *
     * @return false when the run has ended, in which case the question is not kept
     */
    public synchronized boolean ask(Runnable question) {
        if (ended) {
            return false;
        }
        questions.add(question);
        notifyAll();
        return true;
    }

    /**
     * Called by the engine thread before every step: answers questions and waits while the run is paused.
     *
     * @return true to continue; false once the run is canceled
     */
    public boolean proceed() {
        Optional<Runnable> question = awaitTurn();
        while (question.isPresent()) {
            question.get().run();
            question = awaitTurn();
        }
        return !token.isCancelled();
    }

    /** Called once by the engine thread when the run is over: answers what is still asked and takes no more questions. */
    public void end() {
        while (true) {
            Runnable question;
            synchronized (this) {
                question = questions.poll();
                if (question == null) {
                    ended = true;
                    return;
                }
            }
            question.run();
        }
    }

    /** The next question, or nothing when a step may be made or the run is canceled. */
    private synchronized Optional<Runnable> awaitTurn() {
        try {
            while (questions.isEmpty() && paused && allowedSteps == 0 && !token.isCancelled()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            token.cancel();
        }
        if (questions.isEmpty() && allowedSteps > 0) {
            allowedSteps--;
        }
        return Optional.ofNullable(questions.poll());
    }
}
