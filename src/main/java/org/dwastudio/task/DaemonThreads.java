package org.dwastudio.task;

import java.util.concurrent.ThreadFactory;

/**
 * A factory of threads that do not keep the process alive.
 *
 * @param name of every thread
 */
public record DaemonThreads(String name) implements ThreadFactory {

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Runs work on a new thread. */
    public void start(Runnable work) {
        newThread(work).start();
    }
}
