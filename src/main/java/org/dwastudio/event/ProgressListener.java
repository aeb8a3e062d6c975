package org.dwastudio.event;

/** Listener to the progress of work outside the stages. Called often, on the thread of the work: return at once. */
@FunctionalInterface
public interface ProgressListener {

    /** Listener that ignores all progress. */
    ProgressListener NONE = (done, total) -> {};

    /**
     * Reports the amount of work that is done.
     *
     * @param done files, bytes or images, from 0
     * @param total of the same; −1 while it is not known
     */
    void progressed(long done, long total);
}
