package org.dwastudio.nn.torch;

import ai.djl.pytorch.jni.JniUtils;

/** Number of processor threads of one tensor operation. PyTorch has such a number for every thread that calls it. */
public final class OperationThreads {
    private OperationThreads() {}

    /** Returns the number for the calling thread. */
    public static int ofThisThread() {
        return JniUtils.getNumThreads();
    }

    /**
     * Sets the number for the calling thread. Threads that call PyTorch for the first time after this begin with the
     * number that was set last, on whatever thread.
     *
     * @param threads 1 or more
     */
    public static void set(int threads) {
        // The first call of a thread adopts the number that was set last, and would overwrite this one later.
        ofThisThread();
        JniUtils.setNumThreads(threads);
    }
}
