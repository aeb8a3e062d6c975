package org.dwastudio.event;

/** Hears how far some work beside the stages is. Called on the thread that does it, often: return at once. */
@FunctionalInterface
public interface ProgressListener {

    /** Hears nothing. */
    ProgressListener NONE = (done, total) -> {};

    /**
     * So much is done.
     *
     * @param done files, bytes or images, from 0
     * @param total of the same; −1 while it is not known
     */
    void progressed(long done, long total);
}
